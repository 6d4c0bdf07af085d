package io.kith.reward;

/** What a line of the ledger is. */
public enum RewardEntryType {
    /** Earned by a paid visit or a milestone. */
    ACCRUAL,
    /** Taken back pro rata since the visit was refunded. */
    REVERSAL,
    /** Paid out. */
    REDEMPTION,
    /** Gained or lost since a referral was named late, was retracted, or was adjusted by hand. */
    CORRECTION
}
