package io.kith.client;

import io.kith.access.CurrentAccount;
import io.kith.edge.Conflict;
import io.kith.edge.DuplicateId;
import io.kith.edge.InvalidInput;
import io.kith.edge.NotFound;
import io.kith.edge.Shown;
import io.kith.graph.Graph;
import io.kith.graph.Once;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Which clients are one family: declared by somebody, or tied as kin or partners. */
@Component
public class Families {

    private static final int FEWEST = 2;
    private static final int MOST = 50;
    private static final int MOST_OF_ONE = 20;
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_NOTE = 500;

    private final Graph graph;
    private final Once once;
    private final Clock clock;
    private final CurrentAccount current;
    private final ApplicationEventPublisher events;

    Families(Graph graph, Once once, Clock clock, CurrentAccount current, ApplicationEventPublisher events) {
        this.graph = graph;
        this.once = once;
        this.clock = clock;
        this.current = current;
        this.events = events;
    }

    public Optional<Family> byId(String id) {
        return graph.one("client/family", Map.of("id", id), row -> Family.of(row.row("family")));
    }

    /** The declared families in force that a client belongs to, latest first, at most 20. */
    public List<Family> of(String clientId) {
        return graph.list(
                "client/families-of",
                Map.of("id", clientId, "limit", MOST_OF_ONE),
                row -> Family.of(row.row("family")));
    }

    /** Who of these clients are of one family. */
    public Kinship among(Collection<String> clientIds) {
        var kinship = new Kinship();
        if (clientIds.size() >= FEWEST) {
            graph.each(
                    "client/kin-among",
                    Map.of("ids", List.copyOf(clientIds)),
                    row -> kinship.join(row.text("clientId"), row.text("otherId")));
        }
        return kinship;
    }

    /**
     * Declares a family.
     *
     * @throws InvalidInput unless it names 2 to 50 different clients
     * @throws NotFound for an unknown client
     * @throws DuplicateId when the id is taken
     */
    public Family declare(
            @Nullable String id, List<String> memberIds, @Nullable String note, @Nullable String idempotencyKey) {
        var wanted = new Wanted(id, memberIds, note);
        return once.apply(idempotencyKey, "declareFamily", wanted, Family::id, this::known, () -> known(add(wanted)));
    }

    /**
     * Takes a declared family back.
     *
     * @throws Conflict where it was taken back before
     */
    public Family withdraw(String id, @Nullable String idempotencyKey) {
        return once.apply(idempotencyKey, "withdrawFamily", id, Family::id, this::known, () -> {
            known(id);
            graph.one(
                            "client/withdraw-family",
                            Map.of("id", id, "by", current.name(), "now", now()),
                            row -> row.text("id"))
                    .orElseThrow(
                            () -> new Conflict("The family '%s' was taken back before.".formatted(Shown.shortly(id))));
            var withdrawn = known(id);
            events.publishEvent(new FamilyWithdrawn(id, withdrawn.memberIds()));
            return withdrawn;
        });
    }

    private String add(Wanted wanted) {
        check(wanted);
        var id = wanted.id() == null ? UUID.randomUUID().toString() : wanted.id();
        var family = new HashMap<String, Object>();
        family.put("id", id);
        family.put("note", wanted.note());
        family.put("declaredBy", current.name());
        family.put("declaredAt", now());
        try {
            var found = new HashSet<>(graph.list(
                    "client/declare-family",
                    Map.of("family", family, "memberIds", wanted.memberIds()),
                    row -> row.text("id")));
            wanted.memberIds().stream()
                    .filter(member -> !found.contains(member))
                    .findFirst()
                    .ifPresent(member -> {
                        throw NotFound.of("client", member);
                    });
        } catch (DataIntegrityViolationException taken) {
            throw DuplicateId.of("family", id);
        }
        events.publishEvent(new FamilyDeclared(id, wanted.memberIds()));
        return id;
    }

    private static void check(Wanted wanted) {
        var members = new HashSet<>(wanted.memberIds());
        if (members.size() < FEWEST
                || members.size() > MOST
                || members.size() < wanted.memberIds().size()) {
            throw new InvalidInput("A family has %d to %d different members; memberIds names %d."
                    .formatted(FEWEST, MOST, wanted.memberIds().size()));
        }
        if (wanted.id() != null && (wanted.id().isBlank() || wanted.id().length() > LONGEST_ID)) {
            throw new InvalidInput("The family id '%s' must have 1 to %d characters."
                    .formatted(Shown.shortly(wanted.id()), LONGEST_ID));
        }
        if (wanted.note() != null && wanted.note().length() > LONGEST_NOTE) {
            throw new InvalidInput("The note must have at most %d characters.".formatted(LONGEST_NOTE));
        }
    }

    private Family known(String id) {
        return byId(id).orElseThrow(() -> NotFound.of("family", id));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private record Wanted(
            @Nullable String id,
            List<String> memberIds,
            @Nullable String note) {}
}
