package io.kith.referral;

import java.time.Instant;

/** Something that became of a referral, told once it is in the store. */
record ReferralEvent(ReferralEventKind kind, Instant at, String referralId, String referrerId, String referredId) {

    boolean concerns(String clientId) {
        return clientId.equals(referrerId) || clientId.equals(referredId);
    }
}
