package io.kith.reward;

import org.jspecify.annotations.Nullable;

/** What became of a redemption or an adjustment: posted at once, or waiting for a second person. */
public record RewardRequest(
        @Nullable RewardEntry entry, @Nullable RewardApproval approval) {}
