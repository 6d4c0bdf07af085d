package io.kith.reward;

/** What a reward is counted by: a paid visit of the friend, her conversion, or a place on a leaderboard. */
public enum RewardBasis {
    VISIT,
    CONVERSION,
    PRIZE
}
