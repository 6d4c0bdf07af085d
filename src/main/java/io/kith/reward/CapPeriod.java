package io.kith.reward;

import java.time.LocalDate;

/** The periods a cap may count by. */
public enum CapPeriod {
    MONTH,
    QUARTER,
    YEAR;

    /** The period a day lies in, such as 2026-11, 2026-Q4 or 2026. */
    public String of(LocalDate day) {
        return switch (this) {
            case MONTH -> "%04d-%02d".formatted(day.getYear(), day.getMonthValue());
            case QUARTER -> "%04d-Q%d".formatted(day.getYear(), (day.getMonthValue() + 2) / 3);
            case YEAR -> "%04d".formatted(day.getYear());
        };
    }
}
