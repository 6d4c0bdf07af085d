package io.kith.referral;

/** What became of a referral. */
enum ReferralEventKind {
    RECORDED,
    CREDITED,
    CONVERTED,
    RETRACTED
}
