package io.kith.referral;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The two times a past state is asked at.
 *
 * @param valid what was true on this day; null is today
 * @param known what had been recorded by this instant; null is now
 */
public record AsOf(@Nullable LocalDate valid, @Nullable Instant known) {}
