package io.kith.referral;

import java.util.List;

/** A page of a downline, breadth first, and how many clients the whole downline holds. */
public record DownlinePage(List<DownlineStep> steps, boolean hasNext, int total) {}
