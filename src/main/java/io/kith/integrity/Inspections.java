package io.kith.integrity;

import io.kith.client.Families;
import io.kith.client.FamilyWithdrawn;
import io.kith.client.Phones;
import io.kith.edge.Clinic;
import io.kith.graph.Graph;
import io.kith.graph.Row;
import io.kith.integrity.Brought.Link;
import io.kith.integrity.Brought.Person;
import io.kith.referral.ReferralRecorded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Looks at the referrals of some clients: each new one at once, those of all clients by {@link IntegrityScan}. */
@Component
class Inspections {

    private static final int MOST_AT_ONCE = 500;

    private final Graph graph;
    private final Families families;
    private final Households households;
    private final Findings findings;
    private final Phones phones;
    private final Clinic clinic;
    private final Checks checks;

    Inspections(
            Graph graph,
            Families families,
            Households households,
            Findings findings,
            Phones phones,
            Clinic clinic,
            IntegrityRules rules) {
        this.graph = graph;
        this.families = families;
        this.households = households;
        this.findings = findings;
        this.phones = phones;
        this.clinic = clinic;
        this.checks = new Checks(rules);
    }

    /** In the transaction of the referral and before anyone reckons what it earns; of a crowd, the latest 500 are looked at. */
    @EventListener
    @Order(0)
    void onReferral(ReferralRecorded event) {
        inspect(List.of(event.referrerId(), event.referredId()), MOST_AT_ONCE);
    }

    /** What the family explained is to be wondered at again: among those its members brought, and those brought with them. */
    @EventListener
    void onFamilyWithdrawn(FamilyWithdrawn event) {
        var ids = new TreeSet<>(event.memberIds());
        ids.addAll(graph.list("integrity/referrers-of", Map.of("ids", event.memberIds()), row -> row.text("id")));
        inspect(ids, MOST_AT_ONCE);
    }

    /** Looks at the referrals that these clients made, in the current transaction; returns how many findings are new. */
    int inspectAll(Collection<String> clientIds) {
        return inspect(clientIds, Integer.MAX_VALUE);
    }

    private int inspect(Collection<String> clientIds, int most) {
        var ids = List.copyOf(clientIds);
        var all = brought(ids, most);
        var related = new TreeSet<String>();
        var everyone = new HashSet<String>();
        for (var brought : all) {
            related.addAll(checks.relatives(brought));
            everyone.add(brought.referrer().id());
            brought.links().forEach(link -> everyone.add(link.friend().id()));
        }
        var kinship = families.among(related);
        var staff = households.ofStaff(everyone);
        var found = new ArrayList<Suspicion>();
        all.forEach(brought -> found.addAll(checks.of(brought, kinship, staff)));
        loops(ids).stream().filter(loop -> !isFamily(loop)).forEach(loop -> found.add(loop.suspicion()));
        return findings.keep(found);
    }

    private List<Brought> brought(List<String> ids, int most) {
        var all = new LinkedHashMap<String, Brought>();
        var parameters = Map.of("ids", ids, "most", most, "zone", clinic.zone().getId());
        graph.each("integrity/links", parameters, row -> {
            var referrer = person(row.row("referrer"));
            all.computeIfAbsent(
                            referrer.id(),
                            id -> new Brought(referrer, row.rowOrNull("above", this::person), new ArrayList<>()))
                    .links()
                    .add(new Link(
                            row.text("referralId"), person(row.row("friend")), row.day("day"), row.flag("paidBefore")));
        });
        return List.copyOf(all.values());
    }

    private Person person(Row row) {
        return new Person(
                row.text("id"),
                phones.normalised(row.textOrNull("phone")).orElse(null),
                row.text("name").strip().toLowerCase(Locale.ROOT),
                row.dayOrNull("birthDate"));
    }

    private List<Loop> loops(List<String> ids) {
        return graph.list("integrity/loops", Map.of("ids", ids), Loop::of);
    }

    private boolean isFamily(Loop loop) {
        var kinship = families.among(loop.clientIds());
        return loop.clientIds().stream()
                .allMatch(id -> kinship.joins(id, loop.clientIds().get(0)));
    }

    /** Clients who are said to have brought each other all round. */
    private record Loop(List<String> clientIds, List<String> referralIds, boolean retracted) {

        static Loop of(Row row) {
            return new Loop(row.texts("clientIds"), row.texts("referralIds"), row.flag("retracted"));
        }

        /** Where one of the claims was taken back, the other may well be its correction. */
        Suspicion suspicion() {
            var sorted = new TreeSet<>(referralIds);
            var evidence = new ArrayList<String>();
            evidence.add("Clients %s are said to have brought each other all round."
                    .formatted(String.join(", ", new TreeSet<>(clientIds))));
            if (retracted) {
                evidence.add("One of the referrals was retracted.");
            }
            return Suspicion.of(
                    FindingKind.RECIPROCAL,
                    retracted ? FindingSeverity.MEDIUM : FindingSeverity.HIGH,
                    String.join(" ", sorted),
                    List.copyOf(evidence),
                    referralIds,
                    clientIds);
        }
    }
}
