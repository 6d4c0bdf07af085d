package io.kith.referral;

/** A client and how many clients are below her. */
public record Subtree(String id, int clients) {}
