package io.kith.referral;

/** The friend of a credited referral paid for the first time, in the transaction that is still open. */
public record ReferralConverted(String referralId, String referrerId, String referredId, String visitId) {}
