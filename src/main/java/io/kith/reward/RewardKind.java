package io.kith.reward;

/** What a reward is paid in. */
public enum RewardKind {
    /** Money, in minor units. */
    CASH,
    /** Money's worth at the clinic, in minor units. */
    VOUCHER,
    /** Whole points. */
    POINTS,
    /** A thank-you without a price, counted. */
    RECOGNITION;

    /** Whether its amounts are minor units of the clinic's currency. */
    public boolean isMoney() {
        return this == CASH || this == VOUCHER;
    }
}
