package io.kith.influence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who would enter and leave the first of the ranking under a proposed rule; what it says of ties is not tried out, the
 * PageRank is that of the latest run.
 *
 * @param asOf of the run compared with, null where there is none yet
 */
public record RulePreview(
        int top,
        List<String> entrants,
        List<String> leavers,
        @Nullable Instant asOf,
        int n) {}
