package io.kith.care;

import io.kith.edge.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A place in a list ordered by time and id. */
record TimeCursor(Instant at, String id) {

    static TimeCursor of(@Nullable String position, Instant start) {
        if (position == null) {
            return new TimeCursor(start, "");
        }
        var parts = position.split(" ", 2);
        try {
            if (parts.length == 2) {
                return new TimeCursor(Instant.parse(parts[0]), parts[1]);
            }
        } catch (DateTimeException foreign) {
            // refused below, like any other foreign cursor
        }
        throw new InvalidInput("The cursor does not belong to this list.");
    }
}
