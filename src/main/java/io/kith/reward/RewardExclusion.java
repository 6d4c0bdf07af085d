package io.kith.reward;

/** Whom and what a pack does not pay for. */
public enum RewardExclusion {
    /** Clients declared to work at the clinic. */
    STAFF,
    /** Their kin and partners. */
    STAFF_HOUSEHOLDS,
    /** Visits an insurance pays for, and visits that do not say. */
    INSURED_VISITS,
    /** Friends who had visited before the day they are said to have been brought. */
    EXISTING_CLIENTS
}
