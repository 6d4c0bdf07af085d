package io.kith.client;

import io.kith.access.Subject;
import io.kith.graph.Row;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person who is, was or may become a customer of the clinic.
 *
 * @param channel code of the channel she came by, null where unknown or brought by somebody
 * @param netRevenue Σ paid − refunded of her visits, in minor units
 */
public record Client(
        String id,
        String name,
        @Nullable String phone,
        @Nullable LocalDate joinedOn,
        @Nullable String region,
        @Nullable String channel,
        @Nullable LocalDate birthDate,
        Instant createdAt,
        long netRevenue)
        implements Subject {

    @Override
    public String clientId() {
        return id;
    }

    /** A client of whom nothing but the id was asked for: every other component is empty. */
    static Client bare(String id) {
        return named(id, "");
    }

    /** A client of whom nothing but the id and the name was asked for: every other component is empty. */
    static Client named(String id, String name) {
        return new Client(id, name, null, null, null, null, null, Instant.EPOCH, 0);
    }

    public static Client of(Row row) {
        return new Client(
                row.text("id"),
                row.text("name"),
                row.textOrNull("phone"),
                row.dayOrNull("joinedOn"),
                row.textOrNull("region"),
                row.textOrNull("channel"),
                row.dayOrNull("birthDate"),
                row.instant("createdAt"),
                row.number("netRevenue"));
    }
}
