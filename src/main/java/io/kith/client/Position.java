package io.kith.client;

import io.kith.edge.InvalidInput;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Behind which client a page continues: the value the list is ordered by, and her id. */
record Position(@Nullable String value, String id) {

    private static final char BETWEEN = '\u0000';
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    static Position of(@Nullable String after) {
        if (after == null) {
            return new Position(null, "");
        }
        var end = after.lastIndexOf(BETWEEN);
        if (end < 0) {
            throw foreign();
        }
        return new Position(after.substring(0, end), after.substring(end + 1));
    }

    static String in(ClientOrder order, Client client) {
        var value = switch (order) {
            case ID -> "";
            case NAME -> client.name();
            case JOINED_ON -> String.valueOf(client.joinedOn());
            case NET_REVENUE -> String.valueOf(client.netRevenue());
        };
        return value + BETWEEN + client.id();
    }

    String value(String first) {
        return value == null ? first : value;
    }

    LocalDate day() {
        try {
            return value == null ? LATEST : LocalDate.parse(value);
        } catch (DateTimeException notOne) {
            throw foreign();
        }
    }

    long number() {
        try {
            return value == null ? Long.MAX_VALUE : Long.parseLong(value);
        } catch (NumberFormatException notOne) {
            throw foreign();
        }
    }

    private static InvalidInput foreign() {
        return new InvalidInput("The cursor does not belong to a list in this order.");
    }
}
