package io.kith.referral;

/** One client below another, so many generations down. */
public record DownlineStep(String id, int generation) {}
