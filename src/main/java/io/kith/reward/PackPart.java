package io.kith.reward;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A mapping inside a pack file: each key is read once by its rule, and one nobody knows is refused. */
final class PackPart {

    private static final Pattern DEPTH = Pattern.compile("(?i).*(depth|generation|level|tier|upline|downline).*");
    private static final int MOST_ELEMENTS = 50;

    private final String where;
    private final Map<?, ?> values;

    /** @param where names the part in messages, such as {@code generic-cash.yaml: visit} */
    PackPart(String where, @Nullable Object value, String... keys) {
        this.where = where;
        if (!(value instanceof Map<?, ?> map)) {
            throw new PackRefused("%s is '%s'; it must be a mapping of %s.".formatted(where, value, list(keys)));
        }
        this.values = map;
        var known = Set.of(keys);
        for (var key : map.keySet()) {
            if (!known.contains(String.valueOf(key))) {
                throw unknown(String.valueOf(key), keys);
            }
        }
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    String text(String key, Pattern rule, String sentence) {
        var value = scalar(key);
        if (!rule.matcher(value).matches()) {
            throw refused(key, value, sentence);
        }
        return value;
    }

    int whole(String key, int least, int most) {
        var value = scalar(key);
        var sentence = "it must be a whole number from %d to %d.".formatted(least, most);
        try {
            var number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            throw refused(key, value, sentence);
        }
        throw refused(key, value, sentence);
    }

    /** A decimal number in units of 10 to the minus {@code digits}. */
    long amount(String key, int digits, long least, long most) {
        var value = scalar(key);
        var sentence = "it must be a number from %s to %s with at most %d decimals."
                .formatted(
                        BigDecimal.valueOf(least, digits).toPlainString(),
                        BigDecimal.valueOf(most, digits).toPlainString(),
                        digits);
        if (value.length() > 20) {
            throw refused(key, value, sentence);
        }
        try {
            var number = new BigDecimal(value).movePointRight(digits).longValueExact();
            if (number >= least && number <= most) {
                return number;
            }
        } catch (ArithmeticException | NumberFormatException none) {
            throw refused(key, value, sentence);
        }
        throw refused(key, value, sentence);
    }

    LocalDate day(String key) {
        var value = scalar(key);
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException none) {
            throw refused(key, value, "it must be a day such as 2026-11-11.");
        }
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
        return choice(key, scalar(key), type);
    }

    <E extends Enum<E>> Set<E> choices(String key, Class<E> type) {
        var found = new TreeSet<E>();
        for (var element : elements(key)) {
            if (!found.add(choice(key, String.valueOf(element), type))) {
                throw refused(key, String.valueOf(element), "it must not be said twice.");
            }
        }
        return found;
    }

    List<String> texts(String key, Pattern rule, String sentence) {
        var found = new ArrayList<String>();
        for (var element : elements(key)) {
            if (!(element instanceof String text) || !rule.matcher(text).matches()) {
                throw refused(key, String.valueOf(element), sentence);
            }
            found.add(text);
        }
        return found;
    }

    List<PackPart> parts(String key, String... keys) {
        var found = new ArrayList<PackPart>();
        for (var element : elements(key)) {
            found.add(new PackPart("%s: %s[%d]".formatted(where, key, found.size()), element, keys));
        }
        return found;
    }

    PackPart part(String key, String... keys) {
        return new PackPart(where + ": " + key, values.get(key), keys);
    }

    /** A mapping whose keys are of an enum. */
    <E extends Enum<E>> void each(String key, Class<E> type, BiConsumer<E, @Nullable Object> reader) {
        var names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toArray(String[]::new);
        var inside = new PackPart(where + ": " + key, values.get(key), names);
        for (var one : type.getEnumConstants()) {
            if (inside.has(one.name())) {
                reader.accept(one, inside.values.get(one.name()));
            }
        }
    }

    <E extends Enum<E>> Map<E, PackPart> byChoice(String key, Class<E> type, String... keys) {
        var found = new LinkedHashMap<E, PackPart>();
        each(key, type, (one, value) -> found.put(one, new PackPart(where + ": " + key + ": " + one, value, keys)));
        return found;
    }

    PackRefused refused(String key, String value, String sentence) {
        return new PackRefused("%s: %s is '%s'; %s".formatted(where, key, value, sentence));
    }

    private List<?> elements(String key) {
        var value = values.get(key);
        if (!(value instanceof List<?> list) || list.size() > MOST_ELEMENTS) {
            throw refused(key, String.valueOf(value), "it must be a list of at most %d.".formatted(MOST_ELEMENTS));
        }
        return list;
    }

    private <E extends Enum<E>> E choice(String key, String value, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(value))
                .findFirst()
                .orElseThrow(
                        () -> refused(key, value, "it must be one of %s.".formatted(list(type.getEnumConstants()))));
    }

    private String scalar(String key) {
        var value = values.get(key);
        if (!(value instanceof String text) || text.isBlank()) {
            throw refused(key, String.valueOf(value), "it must be given, as one value.");
        }
        return text;
    }

    private PackRefused unknown(String key, String[] keys) {
        return DEPTH.matcher(key).matches()
                ? new PackRefused(
                        "%s: '%s' is no key of a pack: the depth that is paid is 1, in code, and no pack changes it."
                                .formatted(where, key))
                : new PackRefused("%s: '%s' is no key here; it must be one of %s.".formatted(where, key, list(keys)));
    }

    private static String list(Object[] names) {
        return String.join(", ", Arrays.stream(names).map(String::valueOf).toList());
    }
}
