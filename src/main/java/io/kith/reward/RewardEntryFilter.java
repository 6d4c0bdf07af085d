package io.kith.reward;

import org.jspecify.annotations.Nullable;

/** Only lines that fit every field given. */
public record RewardEntryFilter(
        @Nullable String clientId,
        @Nullable String referralId,
        @Nullable String visitId,
        @Nullable RewardEntryType type,
        @Nullable RewardKind kind) {

    static final RewardEntryFilter NONE = new RewardEntryFilter(null, null, null, null, null);

    /** The lines of one client. */
    public static RewardEntryFilter of(String clientId) {
        return new RewardEntryFilter(clientId, null, null, null, null);
    }
}
