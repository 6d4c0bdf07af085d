package io.kith.tier;

import io.kith.access.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a client has or had a tier.
 *
 * @param since when the run read the graph that gave it to her
 * @param until when the run did that gave her another one or none, null while she has it
 * @param sinceRun the number of the first run
 * @param lastRun the number of the last run that confirmed it
 */
public record TierAssignment(
        String clientId,
        Tier name,
        Instant since,
        @Nullable Instant until,
        boolean potential,
        int sinceRun,
        int lastRun)
        implements Subject {}
