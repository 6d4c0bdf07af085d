package io.kith.reward;

/** What kept a reward below its rate. */
public enum RewardLimit {
    PER_REFERRAL,
    PER_PERIOD
}
