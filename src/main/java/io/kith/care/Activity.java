package io.kith.care;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long ago a client last came and paid, by the clinic's calendar.
 *
 * @param daysSince whole days of the calendar between that day and today, null if she never paid
 * @param cycleEndsOn the last day on which something she paid for still has its effect, null where none is known
 * @param insideCycle whether that day has not passed: then she is not dormant, whatever the band
 */
public record Activity(
        Band band,
        @Nullable Instant lastPaidAt,
        @Nullable Integer daysSince,
        @Nullable LocalDate cycleEndsOn,
        boolean insideCycle) {

    /** By days since the last paid visit. */
    public enum Band {
        NEVER,
        ACTIVE,
        COOLING,
        DORMANT,
        LOST;

        private static final int ACTIVE_DAYS = 90;
        private static final int COOLING_DAYS = 180;
        private static final int DORMANT_DAYS = 365;

        static Band of(long days) {
            if (days <= ACTIVE_DAYS) {
                return ACTIVE;
            }
            if (days <= COOLING_DAYS) {
                return COOLING;
            }
            return days <= DORMANT_DAYS ? DORMANT : LOST;
        }

        /** The last day that belongs to the band, as days before today; null for no end. */
        @Nullable
        Integer lastDay() {
            return switch (this) {
                case ACTIVE -> ACTIVE_DAYS;
                case COOLING -> COOLING_DAYS;
                case DORMANT -> DORMANT_DAYS;
                case LOST, NEVER -> null;
            };
        }
    }

    static Activity of(
            @Nullable Instant lastPaidAt,
            @Nullable LocalDate paidOn,
            @Nullable LocalDate cycleEndsOn,
            LocalDate today) {
        var inside = cycleEndsOn != null && !today.isAfter(cycleEndsOn);
        if (paidOn == null) {
            return new Activity(Band.NEVER, null, null, null, false);
        }
        var days = (int) Math.max(0, ChronoUnit.DAYS.between(paidOn, today));
        return new Activity(Band.of(days), lastPaidAt, days, cycleEndsOn, inside);
    }
}
