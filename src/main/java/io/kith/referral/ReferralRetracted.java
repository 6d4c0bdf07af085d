package io.kith.referral;

/** A referral lost the credit, in the transaction that is still open. */
public record ReferralRetracted(String referralId, String referrerId, String referredId) {}
