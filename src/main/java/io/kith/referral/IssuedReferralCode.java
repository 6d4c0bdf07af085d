package io.kith.referral;

/** A referral code in force, and whose it is. */
public record IssuedReferralCode(String code, String clientId) {}
