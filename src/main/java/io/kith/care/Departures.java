package io.kith.care;

import static java.util.Comparator.comparingLong;

import io.kith.care.Departure.Exposure;
import io.kith.care.StaffStanding.AtWork;
import io.kith.edge.InvalidInput;
import io.kith.edge.LimitExceeded;
import io.kith.edge.NotFound;
import io.kith.edge.Shown;
import io.kith.graph.Graph;
import io.kith.graph.Row;
import io.kith.practice.Practices;
import io.kith.practice.Role;
import io.kith.referral.Forest;
import io.kith.referral.Network;
import io.kith.touchpoint.TieStrength;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a staff member would take along if she left, and who could take over. */
@Component
public class Departures {

    /** δ = p′ − p with p′ = 1 − (1 − p)^(1 + ρ), p = 0.2, ρ = 0.8: how much likelier a loss becomes with the referrer's. */
    static final double DELTA = 1 - Math.pow(0.8, 1.8) - 0.2;

    static final int MOST_PLANNED = 500;

    private static final double IN_HER_HANDS = 0.5;
    private static final double FULL = 1_000_000;
    private static final long SAME_ROLE = 100_000;
    private static final long LEVEL = 10_000;

    private final Graph graph;
    private final Network network;
    private final Practices practices;
    private final Standings standings;
    private final Clock clock;

    Departures(Graph graph, Network network, Practices practices, Standings standings, Clock clock) {
        this.graph = graph;
        this.network = network;
        this.practices = practices;
        this.standings = standings;
        this.clock = clock;
    }

    /**
     * What leaves with a staff member.
     *
     * @throws NotFound where nobody has that id
     */
    public Departure of(String staffId) {
        practices.staffMember(staffId).orElseThrow(() -> NotFound.of("staff member", staffId));
        var now = clock.instant();
        var forest = network.snapshot().flat();
        var losses = losses(forest);
        var exposed = new ArrayList<Exposure>();
        var hazards = new double[forest.size()];
        graph.each("care/exposed", Map.of("staffId", staffId), row -> {
            var number = forest.indexOf(row.text("clientId"));
            var exposure =
                    exposure(row, now, number < 0 ? 0 : forest.netRevenue(number), number < 0 ? 0 : losses[number]);
            exposed.add(exposure);
            if (number >= 0) {
                hazards[number] = exposure.dependence();
            }
        });
        exposed.sort(comparingLong(Exposure::valueAtRisk).reversed().thenComparing(Exposure::clientId));
        return new Departure(
                staffId,
                now,
                DELTA,
                List.copyOf(exposed),
                exposed.stream().mapToDouble(Exposure::dependence).sum(),
                (int) exposed.stream().filter(Exposure::sole).count(),
                owned(staffId),
                exposed.stream().mapToLong(Exposure::netRevenue).sum(),
                exposed.stream().mapToLong(Exposure::valueAtRisk).sum(),
                takenAlong(forest, hazards));
    }

    /**
     * Who could take over the clients in a staff member's hands: those she is accountable for, and those nobody is
     * accountable for who depend on her for half or more; the most valuable first, up to a limit.
     *
     * @param room how many clients each of the others takes, null for one and a half times an equal share
     * @param rooms exceptions from that
     */
    Handover plan(Departure departure, @Nullable Integer room, Map<String, Integer> rooms, int limit) {
        if (limit < 1 || limit > MOST_PLANNED) {
            throw new LimitExceeded("limit is %d; a plan holds 1 to %d clients.".formatted(limit, MOST_PLANNED));
        }
        if (room != null && room < 0) {
            throw new InvalidInput("capacity is %d; it must be zero or more.".formatted(room));
        }
        var staff = standings.atWork().stream()
                .filter(member -> !member.staffId().equals(departure.staffId()))
                .toList();
        checkRooms(rooms, staff);
        var clients = inHands(departure, limit);
        var role = practices.staffMember(departure.staffId()).orElseThrow().role();
        var share = room != null ? room : (int) Math.ceil(1.5 * clients.size() / Math.max(1, staff.size()));
        var problem = problem(clients, staff, role, share, rooms);
        return new Handover(departure, clients, staff, problem, problem.solve());
    }

    private static void checkRooms(Map<String, Integer> rooms, List<AtWork> staff) {
        var known = new HashSet<>(staff.stream().map(AtWork::staffId).toList());
        rooms.forEach((id, room) -> {
            if (!known.contains(id)) {
                throw new InvalidInput(
                        "capacities name staff member '%s', who cannot take over.".formatted(Shown.shortly(id)));
            }
            if (room < 0) {
                throw new InvalidInput("The capacity of '%s' is %d; it must be zero or more.".formatted(id, room));
            }
        });
    }

    private HandoverProblem problem(
            List<Held> clients, List<AtWork> staff, Role role, int share, Map<String, Integer> rooms) {
        var base = new long[staff.size()];
        var room = new int[staff.size()];
        var places = new HashMap<String, Integer>();
        for (var place = 0; place < staff.size(); place++) {
            var member = staff.get(place);
            base[place] =
                    1 + (member.role() == role ? SAME_ROLE : 0) + LEVEL * (member.level() == null ? 0 : member.level());
            room[place] = rooms.getOrDefault(member.staffId(), free(member, share));
            places.put(member.staffId(), place);
        }
        var ties = new ArrayList<Map<Integer, Long>>();
        for (var rank = 0; rank < clients.size(); rank++) {
            var worth = 5 - 5L * rank / clients.size();
            var weights = new HashMap<Integer, Long>();
            clients.get(rank).strengths().forEach((id, strength) -> {
                var place = places.get(id);
                if (place != null) {
                    weights.put(place, worth * Math.round(strength * FULL));
                }
            });
            ties.add(weights);
        }
        return new HandoverProblem(room, base, ties);
    }

    private static int free(AtWork member, int share) {
        return member.capacity() == null ? share : Math.max(0, Math.min(share, member.capacity() - member.load()));
    }

    private List<Held> inHands(Departure departure, int limit) {
        var values = new HashMap<String, Long>();
        departure.exposed().stream()
                .filter(exposure -> exposure.dependence() >= IN_HER_HANDS)
                .limit(limit)
                .forEach(exposure -> values.put(exposure.clientId(), exposure.valueAtRisk()));
        var mine = graph.list(
                "care/owned", Map.of("staffId", departure.staffId(), "limit", limit), row -> row.text("clientId"));
        var forest = network.snapshot();
        mine.forEach(id -> values.putIfAbsent(
                id, forest.client(id).map(state -> state.netRevenue()).orElse(0L)));
        var now = departure.asOf();
        return graph
                .list(
                        "care/holders",
                        Map.of("clientIds", List.copyOf(values.keySet())),
                        row -> Held.of(row, now, values.getOrDefault(row.text("clientId"), 0L)))
                .stream()
                .filter(held -> held.ownerId() == null || held.ownerId().equals(departure.staffId()))
                .sorted(comparingLong(Held::value).reversed().thenComparing(Held::clientId))
                .limit(limit)
                .toList();
    }

    private static Exposure exposure(Row row, Instant now, long netRevenue, double loss) {
        var strength = TieStrength.of(TieStrength.at(now, row.real("weight")));
        var weights = row.reals("weights");
        var all = weights.stream()
                .mapToDouble(weight -> TieStrength.of(TieStrength.at(now, weight)))
                .sum();
        var dependence = all == 0 ? 0 : strength / all;
        var worth = Math.max(0, netRevenue);
        return new Exposure(
                row.text("clientId"),
                strength,
                dependence,
                weights.size() == 1,
                netRevenue,
                Math.round(dependence * worth),
                Math.round(loss));
    }

    private int owned(String staffId) {
        return graph.one("care/owned-count", Map.of("staffId", staffId), row -> row.count("clients"))
                .orElse(0);
    }

    /** F_δ(v; w) for every client v: what losing her takes along below her. */
    static double[] losses(Forest forest) {
        var losses = new double[forest.size()];
        for (var number = forest.size() - 1; number >= forest.roots(); number--) {
            losses[forest.parent(number)] += DELTA * (worth(forest, number) + losses[number]);
        }
        return losses;
    }

    /** Σ over all clients of (chance to lose her in any way − chance to lose her with the staff member) × her worth. */
    static long takenAlong(Forest forest, double[] hazards) {
        var chances = new double[forest.size()];
        var along = 0.0;
        for (var number = 0; number < forest.size(); number++) {
            var above = forest.parent(number);
            var spread = above < 0 ? 0 : DELTA * chances[above];
            chances[number] = 1 - (1 - hazards[number]) * (1 - spread);
            along += (chances[number] - hazards[number]) * worth(forest, number);
        }
        return Math.round(along);
    }

    private static double worth(Forest forest, int number) {
        return Math.max(0, forest.netRevenue(number));
    }

    /** A client in the hands of a staff member who leaves, and who else knows her how well. */
    record Held(String clientId, @Nullable String ownerId, long value, Map<String, Double> strengths) {

        static Held of(Row row, Instant now, long value) {
            var strengths = new HashMap<String, Double>();
            row.rows(
                            "ties",
                            tie -> Map.entry(
                                    tie.text("staffId"), TieStrength.of(TieStrength.at(now, tie.real("weight")))))
                    .forEach(tie -> strengths.put(tie.getKey(), tie.getValue()));
            return new Held(row.text("clientId"), row.textOrNull("ownerId"), value, strengths);
        }
    }
}
