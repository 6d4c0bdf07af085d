package io.kith.tier;

import org.jspecify.annotations.Nullable;

/** What a client can earn, highest first. */
public enum Tier {
    VIP,
    MAIN,
    REGULAR,
    GENERAL;

    /** The tier above; null above the highest. */
    @Nullable
    Tier above() {
        return this == VIP ? null : values()[ordinal() - 1];
    }

    /** Whether the forecast flag may stand beside it. */
    boolean isLower() {
        return this == REGULAR || this == GENERAL;
    }
}
