package io.kith.referral;

/** What one generation below a client amounts to; generation 1 was brought directly, netRevenue is in minor units. */
public record GenerationTotals(int generation, int clients, int converted, long netRevenue) {}
