package io.kith.touchpoint;

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
import io.kith.practice.Practices;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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

/** The contacts between clients and staff: recording them and reading them back. */
@Component
public class Touchpoints {

    private static final int LONGEST_ID = 64;
    private static final int LONGEST_NOTE = 2_000;
    private static final int MOST_CHOICES = 50;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final Duration CLOCK_DRIFT = Duration.ofMinutes(5);

    private final Graph graph;
    private final Once once;
    private final Practices practices;
    private final StaffTies ties;
    private final Clinic clinic;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Touchpoints(
            Graph graph,
            Once once,
            Practices practices,
            StaffTies ties,
            Clinic clinic,
            Clock clock,
            ApplicationEventPublisher events) {
        this.graph = graph;
        this.once = once;
        this.practices = practices;
        this.ties = ties;
        this.clinic = clinic;
        this.clock = clock;
        this.events = events;
    }

    public Optional<Touchpoint> byId(String id) {
        return graph.one("touchpoint/by-id", Map.of("id", id), Touchpoint::of);
    }

    /** A client's touchpoints that fit a filter, latest first, one page. */
    public Connection<Touchpoint> of(Client client, TouchpointFilter filter, Paging paging) {
        var after = paging.after() == null ? new String[] {"9999-12-31T00:00:00Z", ""} : split(paging.after());
        var parameters = new HashMap<String, Object>();
        parameters.put("clientId", client.id());
        parameters.put("stages", names(filter.stages()));
        parameters.put("kinds", names(filter.kinds()));
        parameters.put("staffIds", few(filter.staffIds()));
        parameters.put(
                "from",
                filter.from() == null ? null : clinic.startOf(filter.from()).atOffset(ZoneOffset.UTC));
        parameters.put(
                "to",
                filter.to() == null
                        ? null
                        : clinic.startOf(filter.to().plusDays(1)).atOffset(ZoneOffset.UTC));
        parameters.put("afterAt", instant(after[0]).atOffset(ZoneOffset.UTC));
        parameters.put("afterId", after[1]);
        parameters.put("limit", paging.oneMore());
        var found = graph.list("touchpoint/of-client", parameters, Touchpoint::of);
        return Connection.of(found, paging, touchpoint -> touchpoint.at() + " " + touchpoint.id(), null);
    }

    /**
     * Records a touchpoint, once under an idempotency key.
     *
     * @throws NotFound for an unknown client or staff member
     * @throws DuplicateId when the touchpoint's id is taken
     * @throws InvalidInput for a grade outside 1 to 5, an instant in the future or an overlong note
     */
    public Touchpoint record(NewTouchpoint touchpoint, @Nullable String idempotencyKey) {
        return once.apply(
                idempotencyKey,
                "recordTouchpoint",
                touchpoint,
                Touchpoint::id,
                this::known,
                () -> known(add(touchpoint)));
    }

    private Touchpoint known(String id) {
        return byId(id).orElseThrow(() -> NotFound.of("touchpoint", id));
    }

    private String add(NewTouchpoint touchpoint) {
        check(touchpoint);
        var id = touchpoint.id() == null ? UUID.randomUUID().toString() : touchpoint.id();
        var at = checked(touchpoint.at());
        practices
                .staffMember(touchpoint.staffId())
                .orElseThrow(() -> NotFound.of("staff member", touchpoint.staffId()));
        var parameters = new HashMap<String, Object>();
        parameters.put("id", id);
        parameters.put("clientId", touchpoint.clientId());
        parameters.put("staffId", touchpoint.staffId());
        parameters.put("at", at.atOffset(ZoneOffset.UTC));
        parameters.put("stage", touchpoint.stage().name());
        parameters.put("kind", touchpoint.kind().name());
        parameters.put("satisfaction", touchpoint.satisfaction());
        parameters.put("rapport", touchpoint.rapport());
        parameters.put("note", touchpoint.note());
        try {
            graph.one("touchpoint/record", parameters, row -> row.text("id"))
                    .orElseThrow(() -> NotFound.of("client", touchpoint.clientId()));
        } catch (DataIntegrityViolationException taken) {
            throw DuplicateId.of("touchpoint", id);
        }
        ties.weigh(List.of(touchpoint.clientId()));
        events.publishEvent(new TouchpointRecorded(id, touchpoint.clientId(), touchpoint.staffId(), at));
        return id;
    }

    private Instant checked(@Nullable Instant at) {
        var now = clock.instant();
        if (at == null) {
            return now;
        }
        if (at.isAfter(now.plus(CLOCK_DRIFT)) || at.isBefore(clinic.startOf(EARLIEST))) {
            throw new InvalidInput("at is %s; it must lie between %s and now.".formatted(at, EARLIEST));
        }
        return at;
    }

    private static void check(NewTouchpoint touchpoint) {
        if (touchpoint.id() != null
                && (touchpoint.id().isBlank() || touchpoint.id().length() > LONGEST_ID)) {
            throw new InvalidInput("The touchpoint id '%s' must have 1 to %d characters."
                    .formatted(Shown.shortly(touchpoint.id()), LONGEST_ID));
        }
        if (touchpoint.kind() == ContactKind.VISIT) {
            throw new InvalidInput("kind is VISIT; a visit is recorded as such and counts as a contact by itself.");
        }
        if (touchpoint.note() != null && touchpoint.note().length() > LONGEST_NOTE) {
            throw new InvalidInput("The note must have at most %d characters.".formatted(LONGEST_NOTE));
        }
        checkGrade("satisfaction", touchpoint.satisfaction());
        checkGrade("rapport", touchpoint.rapport());
    }

    private static void checkGrade(String field, @Nullable Integer grade) {
        if (grade != null && (grade < 1 || grade > 5)) {
            throw new InvalidInput("%s is %d; grades go from 1 to 5.".formatted(field, grade));
        }
    }

    private static @Nullable List<String> names(@Nullable List<? extends Enum<?>> choices) {
        return choices == null ? null : choices.stream().map(Enum::name).toList();
    }

    private static @Nullable List<String> few(@Nullable List<String> ids) {
        if (ids != null && ids.size() > MOST_CHOICES) {
            throw new InvalidInput("A filter names at most %d staff.".formatted(MOST_CHOICES));
        }
        return ids;
    }

    private static String[] split(String after) {
        var parts = after.split(" ", 2);
        if (parts.length != 2) {
            throw foreignCursor();
        }
        return parts;
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException foreign) {
            throw foreignCursor();
        }
    }

    private static InvalidInput foreignCursor() {
        return new InvalidInput("The cursor does not belong to a list of touchpoints.");
    }
}
