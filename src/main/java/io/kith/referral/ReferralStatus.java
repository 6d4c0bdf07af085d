package io.kith.referral;

/** How far a referral has come. */
public enum ReferralStatus {
    INTRODUCED,
    CONSULTED,
    CONVERTED,
    LAPSED,
    REJECTED
}
