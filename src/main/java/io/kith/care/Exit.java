package io.kith.care;

import io.kith.graph.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That and why a client left.
 *
 * @param profitLost her net revenue of the two years before, a year's half of it × margin × years ahead; minor units
 * @param rescueCap what winning her back may cost at most: profit lost × the chance of it; minor units
 */
public record Exit(
        String id,
        String clientId,
        Instant at,
        Type type,
        Cause cause,
        @Nullable String note,
        long profitLost,
        long rescueCap) {

    /** How she left. */
    public enum Type {
        NATURAL,
        MALICIOUS,
        COMPETITIVE,
        FAULT
    }

    /** Why, after S. Keaveney, Customer Switching Behavior in Service Industries, 1995. */
    public enum Cause {
        PRICING,
        INCONVENIENCE,
        CORE_SERVICE_FAILURE,
        SERVICE_ENCOUNTER_FAILURE,
        RESPONSE_TO_FAILURE,
        COMPETITION,
        ETHICAL_PROBLEM,
        INVOLUNTARY
    }

    static Exit of(Row row) {
        return new Exit(
                row.text("id"),
                row.text("clientId"),
                row.instant("at"),
                Type.valueOf(row.text("type")),
                Cause.valueOf(row.text("cause")),
                row.textOrNull("note"),
                row.number("profitLost"),
                row.number("rescueCap"));
    }
}
