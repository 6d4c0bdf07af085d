package io.kith.tier;

import io.kith.access.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How lately, how often and how much a client paid, as of a tier run.
 *
 * @param recencyDays since her last paid visit, null without one
 * @param netRevenue in minor units
 * @param recency 1 and up, the more lately the higher; 0 for who never paid, as frequency and money
 */
public record Rfm(
        String clientId,
        RfmBreaks breaks,
        @Nullable Integer recencyDays,
        int paidVisits,
        int visitsLastQuarter,
        long netRevenue,
        int recency,
        int frequency,
        int money,
        RfmSegment segment,
        Instant asOf)
        implements Subject {}
