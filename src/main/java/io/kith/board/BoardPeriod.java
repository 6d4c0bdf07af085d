package io.kith.board;

import java.time.LocalDate;

/** The spans a leaderboard is kept for, by the clinic's calendar. */
public enum BoardPeriod {
    MONTH(1),
    QUARTER(3);

    private final int months;

    BoardPeriod(int months) {
        this.months = months;
    }

    /** The first day of the period a day lies in. */
    LocalDate first(LocalDate day) {
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / months * months + 1, 1);
    }

    /** The last day of the period a day lies in. */
    LocalDate last(LocalDate day) {
        return first(day).plusMonths(months).minusDays(1);
    }

    /** What the period a day lies in is called, such as 2026-03 or 2026-Q1. */
    String name(LocalDate day) {
        return this == MONTH
                ? "%04d-%02d".formatted(day.getYear(), day.getMonthValue())
                : "%04d-Q%d".formatted(day.getYear(), (day.getMonthValue() - 1) / months + 1);
    }
}
