package io.kith.visit;

import io.kith.access.Subject;
import io.kith.graph.Row;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client's visit and the money it moved, in minor units.
 *
 * @param refunded what was given back of it since, Σ of its refunds
 * @param treatments codes of what it included
 * @param insured whether an insurance pays for any of it; null where nobody said
 */
public record Visit(
        String id,
        String clientId,
        Instant at,
        long charged,
        long paid,
        long refunded,
        Instant recordedAt,
        List<String> treatments,
        List<Service> staff,
        @Nullable Boolean insured)
        implements Subject {

    /** Who served at a visit, and as what. */
    public record Service(String staffId, String role) {}

    public static Visit of(Row row) {
        return new Visit(
                row.text("id"),
                row.text("clientId"),
                row.instant("at"),
                row.number("charged"),
                row.number("paid"),
                row.number("refunded"),
                row.instant("recordedAt"),
                row.texts("treatments"),
                row.rows("staff", served -> new Service(served.text("staffId"), served.text("role"))),
                row.has("insured") ? row.flag("insured") : null);
    }

    /** Paid − refunded, in minor units. */
    public long net() {
        return paid - refunded;
    }
}
