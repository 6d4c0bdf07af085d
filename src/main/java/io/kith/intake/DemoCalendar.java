package io.kith.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The three years a demo clinic lives through, in epoch days, ending the day before today.
 *
 * <p>Moments fall between 01:00 and 09:59 UTC: working hours in UTC+8, the same date in every zone from UTC−1 to UTC+14,
 * and past wherever it is already today.
 */
final class DemoCalendar {

    private static final int FIRST_MINUTE = 60;
    private static final int MINUTES_OPEN = 9 * 60;

    private final int firstDay;
    private final int lastDay;
    private final List<String> dates = new ArrayList<>();

    DemoCalendar(LocalDate today) {
        this.firstDay = (int) today.minusYears(3).toEpochDay();
        this.lastDay = (int) today.toEpochDay() - 1;
        for (int day = firstDay; day <= lastDay; day++) {
            dates.add(LocalDate.ofEpochDay(day).toString());
        }
    }

    int firstDay() {
        return firstDay;
    }

    int lastDay() {
        return lastDay;
    }

    boolean isOver(int day) {
        return day <= lastDay;
    }

    String date(int day) {
        boolean known = day >= firstDay && day <= lastDay;
        return known ? dates.get(day - firstDay) : LocalDate.ofEpochDay(day).toString();
    }

    /** A moment of the day in opening hours, as an ISO instant. */
    String moment(int day, DemoChance chance) {
        int minute = FIRST_MINUTE + chance.below(MINUTES_OPEN);
        return date(day) + "T" + twoDigits(minute / 60) + ":" + twoDigits(minute % 60) + ":00Z";
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
