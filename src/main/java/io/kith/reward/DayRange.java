package io.kith.reward;

import java.time.LocalDate;

/** Days of the clinic's calendar, both ends counted. */
public record DayRange(LocalDate from, LocalDate to) {

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
