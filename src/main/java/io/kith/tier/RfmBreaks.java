package io.kith.tier;

/** Where recency, frequency and money are cut. */
public enum RfmBreaks {
    /** 90, 180 and 365 days; two paid visits within 90 days; the mean of those who ever paid. */
    SEEDS,
    /** By percentile among those who ever paid. */
    QUINTILES
}
