package io.kith.tier;

import java.util.Optional;

/**
 * What would lift one client: for a criterion the smallest whole number more that gives her a higher tier in the next run,
 * were everything else as it is. Her gain is others' loss: whoever she overtakes has one client less below.
 */
final class Lifts {

    /** What she would have. */
    record Found(Tier to, long raw, int below, long score) {}

    private final Inputs inputs;
    private final TierRule rule;
    private final Placement placement;
    private final int row;
    private final int count;

    Lifts(Inputs inputs, TierRule rule, Placement placement, int row) {
        this.inputs = inputs;
        this.rule = rule;
        this.placement = placement;
        this.row = row;
        this.count = inputs.size();
    }

    /** The smallest lift by a criterion; empty at the top, without weight, or where no value would do. */
    Optional<Found> by(TierCriterion criterion) {
        if (placement.tier(row) == Tier.VIP || rule.weight(criterion) == 0) {
            return Optional.empty();
        }
        var values = criterion.raw(inputs, rule);
        var fails = values[row];
        var does = Math.min(criterion.most(), greatest(values) + 1);
        if (fails >= does || !lifts(with(criterion, values, does))) {
            return Optional.empty();
        }
        while (does - fails > 1) {
            var middle = fails + (does - fails) / 2;
            if (lifts(with(criterion, values, middle))) {
                does = middle;
            } else {
                fails = middle;
            }
        }
        return Optional.of(with(criterion, values, does));
    }

    private boolean lifts(Found found) {
        return found.to().ordinal() < placement.tier(row).ordinal();
    }

    private Found with(TierCriterion criterion, long[] values, long raw) {
        var weight = (long) rule.weight(criterion);
        var own = values[row];
        var before = 0;
        var after = 0;
        for (var other = 0; other < count; other++) {
            before += values[other] < own ? 1 : 0;
            after += other != row && values[other] < raw ? 1 : 0;
        }
        var score = placement.score(row) + weight * (after - before);
        var below = 0;
        for (var other = 0; other < count; other++) {
            var overtaken = values[other] > own && values[other] <= raw;
            below += other != row && placement.score(other) - (overtaken ? weight : 0) < score ? 1 : 0;
        }
        return new Found(rule.tier(below, count, placement.tier(row)), raw, after, score);
    }

    private static long greatest(long[] values) {
        var greatest = Long.MIN_VALUE;
        for (var value : values) {
            greatest = Math.max(greatest, value);
        }
        return greatest;
    }
}
