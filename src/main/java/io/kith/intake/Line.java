package io.kith.intake;

import io.kith.edge.Clinic;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one row of a file says: read from cells or from the graph, written to either. */
interface Line<L extends Line<L>> {

    /** What a file says at most once. */
    String key();

    /** The client whose rows are written one after the other, while those of others may be at the same time; null where all are. */
    default @Nullable String lane() {
        return null;
    }

    /** What the statement that loads it takes. */
    Map<String, @Nullable Object> parameters();

    /** The cells of its file, in the order of the columns. */
    List<@Nullable String> cells(Clinic clinic);

    /** What this line says, and what the known one says where this one is silent. */
    L over(L known);

    /** Tells those that come after that this may be named. */
    default void note(Known known) {}

    /** The key of things known by several names. */
    static String key(String... names) {
        return String.join("\u001F", names);
    }

    static Map<String, @Nullable Object> values(@Nullable Object... namesAndValues) {
        var values = new HashMap<String, @Nullable Object>(namesAndValues.length);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return values;
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable String shown(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    static @Nullable String amount(@Nullable Long minor, Clinic clinic) {
        return minor == null ? null : clinic.money(minor).amount().toPlainString();
    }

    static <T> @Nullable T or(@Nullable T said, @Nullable T known) {
        return said == null ? known : said;
    }
}
