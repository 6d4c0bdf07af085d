package io.kith.intake;

import static io.kith.intake.Line.amount;
import static io.kith.intake.Line.utc;
import static java.util.stream.Collectors.joining;

import io.kith.edge.Clinic;
import io.kith.graph.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code visits.csv}.
 *
 * @param refunded what has been given back in all
 * @param refundedAtFirst what an import said was given back, before refunds recorded since
 */
record VisitLine(
        String id,
        String clientId,
        Instant at,
        long charged,
        long paid,
        long refunded,
        long refundedAtFirst,
        List<String> treatments,
        List<Service> staff)
        implements Line<VisitLine> {

    static final Table<VisitLine> TABLE = new Table<>(
            "visits",
            Columns.of("id! client_id! at! charged paid! refunded treatments staff"),
            false,
            VisitLine::read,
            VisitLine::known);

    private static VisitLine read(Cells cells, Known known) {
        long paid = cells.amount("paid");
        long charged = Objects.requireNonNullElse(cells.amountOrNull("charged"), paid);
        long refunded = Objects.requireNonNullElse(cells.amountOrNull("refunded"), 0L);
        if (refunded > paid) {
            throw cells.bad("refunded", RejectCode.INVALID_AMOUNT, "is more than was paid");
        }
        var treatments = cells.ids("treatments");
        treatments.forEach(code -> known.treatment("treatments", code));
        var staff = cells.parts("staff")
                .map(part -> Service.read(part, cells, known))
                .sorted()
                .distinct()
                .toList();
        return new VisitLine(
                cells.id("id"),
                known.client(cells, "client_id"),
                cells.instant("at"),
                charged,
                paid,
                refunded,
                refunded,
                treatments,
                staff);
    }

    private static VisitLine known(Row row) {
        return new VisitLine(
                row.text("id"),
                row.text("clientId"),
                row.instant("at"),
                row.number("charged"),
                row.number("paid"),
                row.number("refunded"),
                row.number("refundedAtFirst"),
                row.texts("treatments"),
                row.rows("staff", Service::known));
    }

    /** Who served, and as what. */
    record Service(String staffId, String role) implements Comparable<Service> {

        private static final Comparator<Service> ORDER =
                Comparator.comparing(Service::staffId).thenComparing(Service::role);

        private static Service read(String part, Cells cells, Known known) {
            int colon = part.lastIndexOf(':');
            if (colon < 0) {
                return new Service(part, known.role("staff", part));
            }
            var id = part.substring(0, colon).strip();
            var role = part.substring(colon + 1).strip().toUpperCase(Locale.ROOT);
            known.role("staff", id);
            if (!Words.ROLES.contains(role)) {
                throw cells.bad("staff", RejectCode.INVALID_VALUE, "names a role that is none of " + Words.ROLES);
            }
            return new Service(id, role);
        }

        private static Service known(Row row) {
            return new Service(row.text("staffId"), row.text("role"));
        }

        private Map<String, String> parameters() {
            return Map.of("staffId", staffId, "role", role);
        }

        private String cell() {
            return staffId + ":" + role;
        }

        @Override
        public int compareTo(Service other) {
            return ORDER.compare(this, other);
        }
    }

    private VisitLine withRefunds(VisitLine known) {
        return new VisitLine(id, clientId, at, charged, paid, known.refunded, known.refundedAtFirst, treatments, staff);
    }

    @Override
    public String key() {
        return id;
    }

    @Override
    public String lane() {
        return clientId;
    }

    @Override
    public VisitLine over(VisitLine known) {
        return refunded == known.refunded || refunded == known.refundedAtFirst ? withRefunds(known) : this;
    }

    @Override
    public Map<String, @Nullable Object> parameters() {
        return Line.values(
                "id",
                id,
                "clientId",
                clientId,
                "at",
                utc(at),
                "charged",
                charged,
                "paid",
                paid,
                "refunded",
                refunded,
                "treatments",
                treatments,
                "staff",
                staff.stream().map(Service::parameters).toList());
    }

    @Override
    public List<@Nullable String> cells(Clinic clinic) {
        return Arrays.asList(
                id,
                clientId,
                at.toString(),
                amount(charged, clinic),
                amount(paid, clinic),
                amount(refunded, clinic),
                String.join("|", treatments),
                staff.stream().map(Service::cell).collect(joining("|")));
    }

    @Override
    public void note(Known known) {
        known.visited(clientId, at);
    }
}
