package io.kith.care;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import io.kith.client.Clients;
import io.kith.edge.Clinic;
import io.kith.edge.Column;
import io.kith.edge.Conflict;
import io.kith.edge.InvalidInput;
import io.kith.edge.LimitExceeded;
import io.kith.edge.NotFound;
import io.kith.edge.Shown;
import io.kith.graph.Graph;
import io.kith.graph.Once;
import io.kith.graph.Row;
import io.kith.practice.Practices;
import io.kith.practice.Staff;
import io.kith.referral.NetworkMap;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who of the staff is accountable for a client: one at a time, with history.
 *
 * <p>Whoever is asked first keeps the client until she is handed on: two assignments at once end with one owner, and the
 * second is refused with {@code CONFLICT}.
 */
@Component
public class Owners {

    /** How many clients one hand-over may move. */
    static final int MOST_AT_ONCE = 1_000;

    private static final int LONGEST_HISTORY = 200;
    private static final int LONGEST_REASON = 500;

    private final Graph graph;
    private final Once once;
    private final Practices practices;
    private final Clients clients;
    private final Clinic clinic;
    private final Clock clock;

    Owners(Graph graph, Once once, Practices practices, Clients clients, Clinic clinic, Clock clock) {
        this.graph = graph;
        this.once = once;
        this.practices = practices;
        this.clients = clients;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** Who is accountable for the clients of a map, in one statement. */
    public Column of(NetworkMap map) {
        return map.column(graph.one("care/map-owners", Map.of("ids", map.ids()), NetworkMap::values)
                .orElseThrow());
    }

    /** A client that goes from one owner to another. */
    public record Move(String clientId, String toStaffId) {}

    public Optional<Ownership> of(String clientId) {
        return Optional.ofNullable(of(List.of(clientId)).get(clientId));
    }

    /** The present owners of these clients, in one statement; clients without are left out. */
    public Map<String, Ownership> of(Collection<String> clientIds) {
        return graph.list("care/owners", Map.of("clientIds", List.copyOf(clientIds)), Ownership::of).stream()
                .collect(toMap(Ownership::clientId, ownership -> ownership));
    }

    /** Who has been accountable for a client, latest first, the last 200. */
    public List<Ownership> history(String clientId) {
        return graph.list("care/ownership", Map.of("clientId", clientId, "limit", LONGEST_HISTORY), Ownership::of);
    }

    /**
     * Makes a staff member accountable for a client nobody is accountable for yet; assigning her own client to her
     * again changes nothing.
     *
     * @throws Conflict when somebody else is
     */
    public Ownership assign(String clientId, String staffId, @Nullable String reason, @Nullable String idempotencyKey) {
        return once.apply(
                idempotencyKey,
                "assignOwner",
                List.of(clientId, staffId, String.valueOf(reason)),
                Ownership::clientId,
                this::present,
                () -> first(clientId, staffId, reason));
    }

    /**
     * Hands a client on to another staff member.
     *
     * @throws Conflict when nobody is accountable for her yet
     */
    public Ownership transfer(
            String clientId, String toStaffId, @Nullable String reason, @Nullable String idempotencyKey) {
        return once.apply(
                idempotencyKey,
                "transferOwner",
                List.of(clientId, toStaffId, String.valueOf(reason)),
                Ownership::clientId,
                this::present,
                () -> on(clientId, toStaffId, reason));
    }

    /**
     * Hands clients of one staff member on to others, all in one transaction.
     *
     * @throws Conflict where somebody else is by now accountable for one of them: then none is handed on
     */
    public List<Ownership> handOver(
            String fromStaffId, List<Move> moves, @Nullable String reason, @Nullable String idempotencyKey) {
        return once.apply(
                idempotencyKey,
                "applyHandover",
                List.of(fromStaffId, moves, String.valueOf(reason)),
                ownerships -> fromStaffId,
                again -> present(moves),
                () -> all(fromStaffId, moves, reason));
    }

    private Ownership first(String clientId, String staffId, @Nullable String reason) {
        var known = of(clientId);
        if (known.isPresent() && known.get().staffId().equals(staffId)) {
            return known.get();
        }
        var before = move(List.of(new Move(clientId, staffId)), reason).get(clientId);
        if (before != null && before.owner() != null) {
            throw new Conflict("Client '%s' is in the hands of staff member '%s'; hand her on with transferOwner."
                    .formatted(Shown.shortly(clientId), before.owner()));
        }
        return present(clientId);
    }

    private Ownership on(String clientId, String toStaffId, @Nullable String reason) {
        var before = move(List.of(new Move(clientId, toStaffId)), reason).get(clientId);
        if (before == null || before.owner() == null) {
            throw new Conflict(
                    "Nobody is accountable for client '%s' yet; use assignOwner.".formatted(Shown.shortly(clientId)));
        }
        if (before.owner().equals(toStaffId)) {
            throw new Conflict("Staff member '%s' is accountable for client '%s' already."
                    .formatted(Shown.shortly(toStaffId), Shown.shortly(clientId)));
        }
        return present(clientId);
    }

    private List<Ownership> all(String fromStaffId, List<Move> moves, @Nullable String reason) {
        checkMoves(fromStaffId, moves);
        move(moves, reason).forEach((clientId, before) -> {
            if (before.owner() != null && !before.owner().equals(fromStaffId)) {
                throw new Conflict(
                        "Client '%s' is by now in the hands of staff member '%s'; nothing was handed over. Plan anew."
                                .formatted(Shown.shortly(clientId), before.owner()));
            }
        });
        return present(moves);
    }

    private static void checkMoves(String fromStaffId, List<Move> moves) {
        if (moves.isEmpty() || moves.size() > MOST_AT_ONCE) {
            throw new LimitExceeded("A hand-over moves 1 to %d clients, not %d.".formatted(MOST_AT_ONCE, moves.size()));
        }
        var seen = new HashSet<String>();
        for (var move : moves) {
            if (!seen.add(move.clientId())) {
                throw new InvalidInput("Client '%s' is handed over twice.".formatted(Shown.shortly(move.clientId())));
            }
            if (move.toStaffId().equals(fromStaffId)) {
                throw new InvalidInput("Client '%s' would stay with staff member '%s'."
                        .formatted(Shown.shortly(move.clientId()), Shown.shortly(fromStaffId)));
            }
        }
    }

    /** Moves clients and says who was accountable for each before. */
    private Map<String, Before> move(List<Move> moves, @Nullable String reason) {
        checkReason(reason);
        checkStaff(moves);
        var parameters = new HashMap<String, Object>();
        parameters.put(
                "rows",
                moves.stream()
                        .sorted(comparing(Move::clientId))
                        .map(move -> Map.of("clientId", move.clientId(), "toStaffId", move.toStaffId()))
                        .toList());
        parameters.put("reason", reason);
        parameters.put("now", clock.instant().atOffset(ZoneOffset.UTC));
        var before = graph.list("care/hand-over", parameters, Before::of).stream()
                .collect(toMap(Before::clientId, moved -> moved));
        for (var move : moves) {
            if (!before.containsKey(move.clientId())) {
                clients.known(move.clientId());
            }
        }
        return before;
    }

    static void checkReason(@Nullable String reason) {
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new InvalidInput("The reason must have at most %d characters.".formatted(LONGEST_REASON));
        }
    }

    private void checkStaff(List<Move> moves) {
        var ids = moves.stream().map(Move::toStaffId).distinct().toList();
        var staff = practices.staffMembers(ids);
        for (var id : ids) {
            var member = staff.get(id);
            if (member == null) {
                throw NotFound.of("staff member", id);
            }
            checkAtWork(member);
        }
    }

    private void checkAtWork(Staff member) {
        if (member.activeTo() != null && member.activeTo().isBefore(clinic.today(clock))) {
            throw new InvalidInput("Staff member '%s' left on %s and takes no clients."
                    .formatted(Shown.shortly(member.id()), member.activeTo()));
        }
    }

    private Ownership present(String clientId) {
        return of(clientId).orElseThrow(() -> NotFound.of("client", clientId));
    }

    private List<Ownership> present(List<Move> moves) {
        var owners = of(moves.stream().map(Move::clientId).toList());
        return moves.stream()
                .map(Move::clientId)
                .filter(owners::containsKey)
                .map(owners::get)
                .toList();
    }

    private record Before(String clientId, @Nullable String owner) {

        static Before of(Row row) {
            return new Before(row.text("clientId"), row.textOrNull("ownerId"));
        }
    }
}
