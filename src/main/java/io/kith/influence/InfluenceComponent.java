package io.kith.influence;

/**
 * One part of an influence score.
 *
 * @param raw as measured: money in minor units for DOWNSTREAM_VALUE
 * @param percentile rank among all clients of the run, 0 to 100
 * @param weight of the rule; the weights of a run add up to 1
 * @param points weight × percentile
 */
public record InfluenceComponent(
        InfluenceComponentName name, double raw, double percentile, double weight, double points) {}
