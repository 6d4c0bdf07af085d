package io.kith.visit;

import io.kith.client.Client;
import io.kith.edge.Clinic;
import io.kith.edge.Connection;
import io.kith.edge.DuplicateId;
import io.kith.edge.InvalidInput;
import io.kith.edge.NotFound;
import io.kith.edge.Paging;
import io.kith.edge.Shown;
import io.kith.graph.Graph;
import io.kith.graph.Once;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * What clients came for and paid.
 *
 * <p>Two visits of one client recorded at once: both add to her net revenue, one after the other, since each first
 * writes to her node. Two refunds of one visit at once: the second sees the first and is refused where both exceed
 * what was paid.
 */
@Component
public class Visits {

    private static final int LONGEST_ID = 64;
    private static final int MOST_PARTS = 50;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final Duration CLOCK_DRIFT = Duration.ofMinutes(5);

    private final Graph graph;
    private final Once once;
    private final Clinic clinic;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Visits(Graph graph, Once once, Clinic clinic, Clock clock, ApplicationEventPublisher events) {
        this.graph = graph;
        this.once = once;
        this.clinic = clinic;
        this.clock = clock;
        this.events = events;
    }

    public Optional<Visit> byId(String id) {
        return graph.one("visit/by-id", Map.of("id", id), Visit::of);
    }

    /** A client's visits, latest first, one page. */
    public Connection<Visit> of(Client client, Paging paging) {
        var after = paging.after() == null ? new String[] {"9999-12-31T00:00:00Z", ""} : split(paging.after());
        var parameters = Map.of(
                "clientId", client.id(), "afterAt", at(after[0]), "afterId", after[1], "limit", paging.oneMore());
        var found = graph.list("visit/of-client", parameters, Visit::of);
        return Connection.of(found, paging, visit -> visit.at() + " " + visit.id(), null);
    }

    /**
     * Records a visit and adds what was paid to the client's net revenue.
     *
     * @throws NotFound for an unknown client, treatment or staff member
     * @throws DuplicateId when the visit's id is taken
     * @throws InvalidInput for an amount or an instant out of range
     */
    public Visit record(NewVisit visit, @Nullable String idempotencyKey) {
        return once.apply(idempotencyKey, "recordVisit", visit, Visit::id, this::known, () -> known(add(visit)));
    }

    /**
     * Gives back part of what was paid for a visit.
     *
     * @param amount in major units, more than zero
     * @throws VisitRejected when all refunds together would exceed what was paid
     */
    public Visit refund(String visitId, BigDecimal amount, @Nullable Instant at, @Nullable String idempotencyKey) {
        return once.apply(
                idempotencyKey,
                "refundVisit",
                List.of(visitId, amount.stripTrailingZeros(), String.valueOf(at)),
                Visit::id,
                this::known,
                () -> giveBack(visitId, amount, at));
    }

    private Visit known(String id) {
        return byId(id).orElseThrow(() -> NotFound.of("visit", id));
    }

    private String add(NewVisit visit) {
        var at = checked("at", visit.at());
        checkSizes(visit);
        var id = visit.id() == null ? UUID.randomUUID().toString() : visit.id();
        var charged = clinic.minor("charged", visit.charged());
        var paid = clinic.minor("paid", visit.paid());
        var parameters = new HashMap<String, Object>();
        parameters.put("id", id);
        parameters.put("clientId", visit.clientId());
        parameters.put("at", at.atOffset(ZoneOffset.UTC));
        parameters.put("recordedAt", clock.instant().atOffset(ZoneOffset.UTC));
        parameters.put("charged", charged);
        parameters.put("paid", paid);
        parameters.put("treatments", visit.treatments());
        parameters.put("insured", visit.insured());
        parameters.put("staff", visit.staff().stream().map(Visits::served).toList());
        try {
            var unknown = graph.one("visit/record", parameters, row -> row)
                    .orElseThrow(() -> NotFound.of("client", visit.clientId()));
            unknown.texts("unknownTreatments").stream().findFirst().ifPresent(code -> {
                throw NotFound.of("treatment", code);
            });
            unknown.texts("unknownStaff").stream().findFirst().ifPresent(staff -> {
                throw NotFound.of("staff member", staff);
            });
        } catch (DataIntegrityViolationException taken) {
            throw DuplicateId.of("visit", id);
        }
        events.publishEvent(new VisitRecorded(id, visit.clientId(), at, charged, paid));
        return id;
    }

    private Visit giveBack(String visitId, BigDecimal amount, @Nullable Instant at) {
        var when = checked("at", at);
        var minor = clinic.minor("amount", amount);
        if (minor == 0) {
            throw new InvalidInput("amount is 0; a refund gives something back.");
        }
        var refundId = UUID.randomUUID().toString();
        var parameters = Map.of(
                "visitId",
                visitId,
                "refundId",
                refundId,
                "amount",
                minor,
                "at",
                when.atOffset(ZoneOffset.UTC),
                "recordedAt",
                clock.instant().atOffset(ZoneOffset.UTC));
        var row = graph.one("visit/refund", parameters, refunded -> refunded)
                .orElseThrow(() -> NotFound.of("visit", visitId));
        if (row.number("refunded") > row.number("paid")) {
            throw VisitRejected.refundAbovePaid(visitId);
        }
        if (when.isBefore(row.instant("at"))) {
            throw new InvalidInput("The refund is dated %s, before the visit itself.".formatted(when));
        }
        events.publishEvent(new VisitRefunded(refundId, visitId, row.text("clientId"), when, minor));
        return known(visitId);
    }

    private Instant checked(String field, @Nullable Instant at) {
        var now = clock.instant();
        if (at == null) {
            return now;
        }
        if (at.isAfter(now.plus(CLOCK_DRIFT)) || at.isBefore(clinic.startOf(EARLIEST))) {
            throw new InvalidInput("%s is %s; it must lie between %s and now.".formatted(field, at, EARLIEST));
        }
        return at;
    }

    private static void checkSizes(NewVisit visit) {
        if (visit.id() != null && (visit.id().isBlank() || visit.id().length() > LONGEST_ID)) {
            throw new InvalidInput(
                    "The visit id '%s' must have 1 to %d characters.".formatted(Shown.shortly(visit.id()), LONGEST_ID));
        }
        if (visit.treatments().size() > MOST_PARTS || visit.staff().size() > MOST_PARTS) {
            throw new InvalidInput(
                    "A visit names at most %d treatments and %d staff.".formatted(MOST_PARTS, MOST_PARTS));
        }
    }

    private static Map<String, Object> served(NewVisit.Served served) {
        var row = new HashMap<String, Object>();
        row.put("staffId", served.staffId());
        row.put("role", served.role() == null ? null : served.role().name());
        return row;
    }

    private static String[] split(String after) {
        var parts = after.split(" ", 2);
        if (parts.length != 2) {
            throw new InvalidInput("The cursor does not belong to a list of visits.");
        }
        return parts;
    }

    private static OffsetDateTime at(String text) {
        try {
            return Instant.parse(text).atOffset(ZoneOffset.UTC);
        } catch (DateTimeException foreign) {
            throw new InvalidInput("The cursor does not belong to a list of visits.");
        }
    }
}
