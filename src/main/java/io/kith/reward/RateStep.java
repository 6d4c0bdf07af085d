package io.kith.reward;

/**
 * A step of the rate.
 *
 * @param from the friend's net spend from which on it counts, in minor units
 * @param basisPoints hundredths of a percent
 */
public record RateStep(long from, int basisPoints) {}
