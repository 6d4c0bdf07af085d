package io.kith.reward;

/** Whom a reward goes to: who brought, or who was brought. */
public enum RewardSide {
    REFERRER,
    FRIEND
}
