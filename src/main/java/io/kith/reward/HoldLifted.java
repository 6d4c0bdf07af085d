package io.kith.reward;

/** A referral was looked at and is held no more, in the transaction that is still open: what waited is to be posted. */
public record HoldLifted(String referralId) {}
