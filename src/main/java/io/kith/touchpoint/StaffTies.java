package io.kith.touchpoint;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.kith.edge.Clinic;
import io.kith.graph.Graph;
import io.kith.practice.Role;
import io.kith.touchpoint.Coverage.Met;
import io.kith.touchpoint.Coverage.RoleCoverage;
import io.kith.touchpoint.Coverage.StageCoverage;
import io.kith.visit.VisitRecorded;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who of the staff holds a client, and how well.
 *
 * <p>A client's ties are read from her contacts themselves. For questions about all the clients of a staff member the
 * weight of each pair is kept on a {@code KNOWN_BY} link, written anew from the contacts whenever one is added.
 */
@Component
public class StaffTies {

    /** How far back a trend looks. */
    public static final Duration TREND = Duration.ofDays(90);

    private static final int BATCH = 1_000;

    private final Graph graph;
    private final Clinic clinic;
    private final Clock clock;

    StaffTies(Graph graph, Clinic clinic, Clock clock) {
        this.graph = graph;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** A client's ties with staff, strongest first. */
    public List<StaffTie> of(String clientId) {
        return ties(contacts(clientId));
    }

    /** How each role and each stage holds a client; roles that nobody at the clinic fills and that never met her are left out. */
    public Coverage coverage(String clientId) {
        var contacts = contacts(clientId);
        var lastVisit = graph.one(
                        "touchpoint/last-visit",
                        Map.of("clientId", clientId),
                        row -> row.has("at") ? row.instant("at") : Instant.MIN)
                .filter(at -> at != Instant.MIN)
                .orElse(null);
        var roles = roles(contacts, lastVisit);
        var stages = Arrays.stream(Stage.values())
                .map(stage -> stage(
                        stage,
                        contacts.stream()
                                .filter(contact -> contact.stage() == stage)
                                .toList()))
                .toList();
        var weakest = roles.stream()
                .min(comparingDouble(RoleCoverage::strength)
                        .thenComparing(RoleCoverage::meanSatisfaction, nullsLast(naturalOrder()))
                        .thenComparing(RoleCoverage::role))
                .orElse(null);
        return new Coverage(lastVisit, roles, stages, weakest);
    }

    /** Writes the kept weights of these clients anew from their contacts, in one transaction. */
    public void weigh(Collection<String> clientIds) {
        var parameters = TieStrength.parameters();
        parameters.put("clientIds", List.copyOf(clientIds));
        graph.write(() -> graph.one("touchpoint/weigh", parameters, row -> row.count("ties")));
    }

    /** Writes all kept weights anew, a thousand clients a transaction; returns how many clients there were. */
    public int weighAll() {
        var after = "";
        var weighed = 0;
        while (true) {
            var ids = graph.list("touchpoint/ids", Map.of("after", after, "limit", BATCH), row -> row.text("id"));
            if (ids.isEmpty()) {
                return weighed;
            }
            weigh(ids);
            weighed += ids.size();
            after = ids.get(ids.size() - 1);
        }
    }

    @EventListener
    void weigh(VisitRecorded visit) {
        weigh(List.of(visit.clientId()));
    }

    private List<Contact> contacts(String clientId) {
        var now = clock.instant();
        var earlier = now.minus(TREND);
        var parameters = TieStrength.parameters();
        parameters.put("clientId", clientId);
        parameters.put("earlier", earlier.atOffset(ZoneOffset.UTC));
        return graph.list("touchpoint/contacts", parameters, row -> Contact.of(row, now, earlier));
    }

    static List<StaffTie> ties(List<Contact> contacts) {
        var byStaff = contacts.stream().collect(groupingBy(Contact::staffId));
        var all = byStaff.values().stream()
                .mapToDouble(some -> TieStrength.of(weight(some)))
                .sum();
        var ties = new ArrayList<StaffTie>();
        byStaff.forEach((staffId, some) -> ties.add(tie(staffId, some, all)));
        ties.sort(comparingDouble(StaffTie::strength).reversed().thenComparing(StaffTie::staffId));
        return List.copyOf(ties);
    }

    private static StaffTie tie(String staffId, List<Contact> contacts, double all) {
        var weight = weight(contacts);
        var strength = TieStrength.of(weight);
        var earlier = contacts.stream().mapToDouble(Contact::earlierWeight).sum();
        return new StaffTie(
                staffId,
                strength,
                all == 0 ? 0 : strength / all,
                count(contacts),
                lastAt(contacts),
                Grades.of(contacts, Contact::satisfaction).mean(),
                Grades.of(contacts, Contact::rapport).mean(),
                weight,
                strength - TieStrength.of(earlier),
                parts(contacts));
    }

    private static List<StaffTie.Part> parts(List<Contact> contacts) {
        var byKind =
                contacts.stream().collect(groupingBy(Contact::kind, () -> new EnumMap<>(ContactKind.class), toList()));
        return byKind.entrySet().stream()
                .map(kind -> new StaffTie.Part(
                        kind.getKey(), count(kind.getValue()), lastAt(kind.getValue()), weight(kind.getValue())))
                .toList();
    }

    private List<RoleCoverage> roles(List<Contact> contacts, @Nullable Instant lastVisit) {
        var atWork = graph.list(
                "touchpoint/roles-at-work", Map.of("day", clinic.today(clock)), row -> Role.valueOf(row.text("role")));
        var byRole = contacts.stream().collect(groupingBy(Contact::role));
        return Arrays.stream(Role.values())
                .filter(role -> atWork.contains(role) || byRole.containsKey(role))
                .map(role -> role(role, byRole.getOrDefault(role, List.of()), lastVisit))
                .toList();
    }

    private static RoleCoverage role(Role role, List<Contact> contacts, @Nullable Instant lastVisit) {
        var last = contacts.isEmpty() ? null : lastAt(contacts);
        return new RoleCoverage(
                role,
                met(last, lastVisit),
                TieStrength.of(weight(contacts)),
                count(contacts),
                last,
                Grades.of(contacts, Contact::satisfaction).mean(),
                Grades.of(contacts, Contact::rapport).mean());
    }

    /** A contact at the very instant of the visit is the visit, not something since. */
    static Met met(@Nullable Instant last, @Nullable Instant lastVisit) {
        if (last == null) {
            return Met.NEVER;
        }
        return lastVisit == null || last.isAfter(lastVisit) ? Met.SINCE_LAST_VISIT : Met.NOT_SINCE_LAST_VISIT;
    }

    private static StageCoverage stage(Stage stage, List<Contact> contacts) {
        return new StageCoverage(
                stage,
                TieStrength.of(weight(contacts)),
                count(contacts),
                contacts.isEmpty() ? null : lastAt(contacts),
                Grades.of(contacts, Contact::satisfaction).mean(),
                Grades.of(contacts, Contact::rapport).mean());
    }

    private static double weight(List<Contact> contacts) {
        return contacts.stream().mapToDouble(Contact::weight).sum();
    }

    private static int count(List<Contact> contacts) {
        return contacts.stream().mapToInt(Contact::contacts).sum();
    }

    private static Instant lastAt(List<Contact> contacts) {
        return contacts.stream().map(Contact::lastAt).max(naturalOrder()).orElseThrow();
    }
}
