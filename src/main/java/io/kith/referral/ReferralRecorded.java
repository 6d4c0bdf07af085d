package io.kith.referral;

import java.time.LocalDate;

/** A referral was recorded and carries the credit, in the transaction that is still open. */
public record ReferralRecorded(
        String referralId, String referrerId, String referredId, LocalDate occurredOn, boolean afterTheSale) {}
