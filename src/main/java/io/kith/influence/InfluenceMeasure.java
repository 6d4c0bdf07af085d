package io.kith.influence;

/** What clients can be ranked by; SCORE and PAGE_RANK are as of the latest run, all others as of now. */
public enum InfluenceMeasure {
    SCORE,
    DOWNSTREAM_VALUE,
    DIRECT_CREDIT,
    CHAIN_CREDIT,
    CONVERTED_REFERRALS,
    CONVERSION,
    PAGE_RANK,
    SPREAD,
    NETWORK_LOSS;

    boolean isOfTheRun() {
        return this == SCORE || this == PAGE_RANK;
    }

    boolean isMoney() {
        return this == DOWNSTREAM_VALUE || this == DIRECT_CREDIT || this == CHAIN_CREDIT || this == NETWORK_LOSS;
    }
}
