package io.kith.intake;

import static io.kith.intake.RejectCode.BAD_CHARACTER;
import static io.kith.intake.RejectCode.BAD_ENCODING;
import static io.kith.intake.RejectCode.FUTURE_DATE;
import static io.kith.intake.RejectCode.INVALID_AMOUNT;
import static io.kith.intake.RejectCode.INVALID_DATE;
import static io.kith.intake.RejectCode.INVALID_VALUE;
import static io.kith.intake.RejectCode.MISSING;
import static io.kith.intake.RejectCode.TOO_LONG;

import io.kith.edge.Shown;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file, read by column; what does not hold is a {@link BadRow}. Empty means unknown.
 *
 * <p>Dates, amounts, counts and words of a list may be written in full-width characters; ids and texts are taken exactly
 * as they stand.
 */
final class Cells {

    static final int LONGEST_NAME = 200;
    static final int LONGEST_PHONE = 64;
    static final int LONGEST_NOTE = 4_000;

    private static final int LONGEST_ID = 64;
    private static final int LONGEST_LIST = 50;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST_PLAN = LocalDate.of(2200, 1, 1);
    private static final Set<String> PERSONAL = Set.of("name", "phone", "note", "birth_date", "topic");
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})");
    private static final Pattern INSTANT = Pattern.compile(
            DAY + "(?:[T ](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?\\s?(Z|[+-]\\d{2}:?\\d{2})?)?");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})[-/](\\d{1,2})");
    private static final Pattern AMOUNT = Pattern.compile("0*(\\d{1,13})(?:\\.(?=\\d)(\\d*?)0*)?");
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

    private final Columns columns;
    private final Frame frame;
    private final long line;
    private final @Nullable String[] values;
    private final @Nullable BadRow fault;

    Cells(Columns columns, Frame frame, long line, @Nullable String[] values) {
        this(columns, frame, line, values, null);
    }

    private Cells(Columns columns, Frame frame, long line, @Nullable String[] values, @Nullable BadRow fault) {
        this.columns = columns;
        this.frame = frame;
        this.line = line;
        this.values = values;
        this.fault = fault;
    }

    /** A row that could not be taken apart. */
    static Cells faulty(Columns columns, Frame frame, long line, BadRow fault) {
        return new Cells(
                columns, frame, line, new @Nullable String[columns.names().size()], fault);
    }

    /** How many characters it holds. */
    int length() {
        int length = 0;
        for (var value : values) {
            length += value == null ? 0 : value.length();
        }
        return length;
    }

    /** Where the row begins in its file, from 1. */
    long line() {
        return line;
    }

    /** Refuses a row that could not be taken apart or decoded. */
    Cells sound() {
        if (fault != null) {
            throw fault;
        }
        for (int i = 0; i < values.length; i++) {
            var value = values[i];
            if (value != null && value.indexOf('\uFFFD') >= 0) {
                throw bad(
                        columns.names().get(i), BAD_ENCODING, "holds bytes that do not belong to the file's encoding");
            }
            if (value != null && value.indexOf('\0') >= 0) {
                throw bad(columns.names().get(i), BAD_CHARACTER, "holds a NUL character");
            }
        }
        return this;
    }

    String id(String column) {
        return needed(column, idOrNull(column));
    }

    @Nullable
    String idOrNull(String column) {
        var value = value(column);
        return value == null ? null : id(column, value.strip());
    }

    @Nullable
    String text(String column, int longest) {
        var value = value(column);
        if (value != null && value.length() > longest) {
            throw bad(column, TOO_LONG, "is longer than %d characters".formatted(longest));
        }
        return value;
    }

    /** The parts of a list, each an id, in the order of the alphabet and once each. */
    List<String> ids(String column) {
        return parts(column).map(part -> id(column, part)).toList();
    }

    /** The parts of a list, separated by a bar, in the order of the alphabet and once each. */
    Stream<String> parts(String column) {
        var value = value(column);
        if (value == null) {
            return Stream.of();
        }
        var parts = value.split("\\|");
        if (parts.length > LONGEST_LIST) {
            throw bad(column, TOO_LONG, "lists more than %d things".formatted(LONGEST_LIST));
        }
        return Stream.of(parts)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .sorted()
                .distinct();
    }

    String word(String column, Collection<String> words) {
        return needed(column, wordOrNull(column, words));
    }

    @Nullable
    String wordOrNull(String column, Collection<String> words) {
        var value = plain(column);
        if (value == null) {
            return null;
        }
        var word = value.toUpperCase(Locale.ROOT).replace(' ', '_');
        if (!words.contains(word)) {
            throw bad(column, INVALID_VALUE, "is none of " + String.join(" ", words));
        }
        return word;
    }

    @Nullable
    Integer countOrNull(String column, int least, int most) {
        var value = plain(column);
        if (value == null) {
            return null;
        }
        if (!COUNT.matcher(value).matches() || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw bad(column, INVALID_VALUE, "is not a whole number from %d to %d".formatted(least, most));
        }
        return Integer.valueOf(value);
    }

    int count(String column, int least, int most) {
        return needed(column, countOrNull(column, least, most));
    }

    long amount(String column) {
        return needed(column, amountOrNull(column));
    }

    /** Minor units of the clinic's currency. */
    @Nullable
    Long amountOrNull(String column) {
        var value = plain(column);
        if (value == null) {
            return null;
        }
        var amount = AMOUNT.matcher(value);
        if (value.length() > 60 || !amount.matches()) {
            throw bad(
                    column,
                    INVALID_AMOUNT,
                    value.startsWith("-") ? "is negative" : "is not a plain amount such as 1200.50, below 10^13");
        }
        int digits = frame.clinic().currency().getDefaultFractionDigits();
        var fraction = amount.group(2) == null ? "" : amount.group(2);
        if (fraction.length() > digits) {
            throw bad(column, INVALID_AMOUNT, "is finer than %d decimals".formatted(digits));
        }
        return Long.valueOf(amount.group(1) + fraction + "0".repeat(digits - fraction.length()));
    }

    LocalDate day(String column) {
        return needed(column, dayOrNull(column));
    }

    @Nullable
    LocalDate dayOrNull(String column) {
        var instant = instantOrNull(column);
        return instant == null ? null : frame.clinic().dayOf(instant);
    }

    /** A day that may lie ahead. */
    @Nullable
    LocalDate plannedDayOrNull(String column) {
        var value = plain(column);
        if (value == null) {
            return null;
        }
        var day = LocalDate.ofInstant(instant(column, value), frame.clinic().zone());
        if (!day.isBefore(LATEST_PLAN)) {
            throw bad(column, INVALID_DATE, "is too far ahead");
        }
        return day;
    }

    Instant instant(String column) {
        return needed(column, instantOrNull(column));
    }

    /** A moment that has passed; a date means the clinic's local midnight. */
    @Nullable
    Instant instantOrNull(String column) {
        var value = plain(column);
        if (value == null) {
            return null;
        }
        var instant = instant(column, value);
        if (instant.isAfter(frame.now())) {
            throw bad(column, FUTURE_DATE, "lies in the future");
        }
        return instant;
    }

    /** A moment that has passed and lies on the day of another or after it. */
    @Nullable
    Instant instantOrNull(String column, Instant earliest) {
        var instant = instantOrNull(column);
        if (instant != null
                && frame.clinic().dayOf(instant).isBefore(frame.clinic().dayOf(earliest))) {
            throw bad(column, INVALID_DATE, "lies before the beginning");
        }
        return instant;
    }

    YearMonth month(String column) {
        var value = needed(column, plain(column));
        var parts = MONTH.matcher(value);
        if (!parts.matches() || number(parts, 2) < 1 || number(parts, 2) > 12) {
            throw bad(column, INVALID_DATE, "is not a month such as 2026-01");
        }
        var month = YearMonth.of(number(parts, 1), number(parts, 2));
        if (month.isBefore(YearMonth.from(EARLIEST))) {
            throw bad(column, INVALID_DATE, "lies before 1900");
        }
        if (month.isAfter(YearMonth.from(frame.today()))) {
            throw bad(column, FUTURE_DATE, "lies in the future");
        }
        return month;
    }

    /** The value where it is there. */
    <T> T needed(String column, @Nullable T value) {
        if (value == null) {
            throw new BadRow(column, MISSING, "%s is empty".formatted(column));
        }
        return value;
    }

    /** A fault of one column; the value is shown, cut short, unless it is about a person. */
    BadRow bad(String column, RejectCode code, String rule) {
        var value = value(column);
        if (value == null || PERSONAL.contains(column) || code == BAD_ENCODING) {
            return new BadRow(column, code, "%s %s".formatted(column, rule));
        }
        return new BadRow(column, code, "%s '%s' %s".formatted(column, Shown.shortly(value), rule));
    }

    private Instant instant(String column, String value) {
        var parts = INSTANT.matcher(value);
        if (value.length() > 60 || !parts.matches()) {
            throw bad(column, INVALID_DATE, "is not a date such as 2026-03-01 or a time such as 2026-03-01T10:00:00Z");
        }
        try {
            var day = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
            if (day.isBefore(EARLIEST)) {
                throw bad(column, INVALID_DATE, "lies before 1900");
            }
            return LocalDateTime.of(day, time(parts)).atZone(zone(parts)).toInstant();
        } catch (DateTimeException impossible) {
            throw bad(column, INVALID_DATE, "is no date of the calendar");
        }
    }

    private ZoneId zone(Matcher parts) {
        return parts.group(8) == null ? frame.clinic().zone() : ZoneOffset.of(parts.group(8));
    }

    private static LocalTime time(Matcher parts) {
        if (parts.group(4) == null) {
            return LocalTime.MIDNIGHT;
        }
        int second = parts.group(6) == null ? 0 : number(parts, 6);
        int nano = parts.group(7) == null ? 0 : Integer.parseInt((parts.group(7) + "00000000").substring(0, 9));
        return LocalTime.of(number(parts, 4), number(parts, 5), second, nano);
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private String id(String column, String value) {
        if (value.length() > LONGEST_ID) {
            throw bad(column, TOO_LONG, "is longer than %d characters".formatted(LONGEST_ID));
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw bad(column, BAD_CHARACTER, "holds a line break or another control character");
        }
        return value;
    }

    /** The value without blanks around it, full-width characters as their ASCII ones. */
    private @Nullable String plain(String column) {
        var value = value(column);
        if (value == null) {
            return null;
        }
        var text = new StringBuilder(value.strip());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character >= '\uFF01' && character <= '\uFF5E') {
                text.setCharAt(i, (char) (character - 0xFEE0));
            }
        }
        return text.toString();
    }

    private @Nullable String value(String column) {
        return values[columns.names().indexOf(column)];
    }
}
