package io.kith.referral;

import org.jspecify.annotations.Nullable;

/**
 * One referrer above a client.
 *
 * @param generation how many steps up; 1 brought her directly
 * @param friendId whom this referrer brought, one step below
 * @param referralId the referral of that step, null where the current credited one is meant
 */
public record UplineStep(
        int generation,
        String clientId,
        String friendId,
        @Nullable String referralId) {}
