package io.kith.integrity;

import static java.util.stream.Collectors.groupingBy;

import io.kith.client.Kinship;
import io.kith.integrity.Brought.Link;
import io.kith.integrity.Brought.Person;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What looks wrong about the clients one client brought; facts in, suspicions out. */
final class Checks {

    private static final int MOST_NAMED = 5;

    private final IntegrityRules rules;

    Checks(IntegrityRules rules) {
        this.rules = rules;
    }

    /** Those whose families matter to what is found: the rest need not be looked up. */
    Set<String> relatives(Brought brought) {
        var ids = new TreeSet<String>();
        for (var trait : Trait.values()) {
            sharing(brought, trait).forEach(group -> group.forEach(person -> ids.add(person.id())));
        }
        for (var burst : bursts(brought.links())) {
            burst.forEach(link -> ids.add(link.friend().id()));
        }
        if (!ids.isEmpty()) {
            ids.add(brought.referrer().id());
        }
        return ids;
    }

    /**
     * All suspicions about the credited links of one client.
     *
     * @param kinship of those {@link #relatives} named
     * @param staff the member of staff that a client is or is of the household of
     */
    List<Suspicion> of(Brought brought, Kinship kinship, Map<String, String> staff) {
        var found = new ArrayList<Suspicion>();
        doubles(brought, kinship, found);
        bursts(brought, kinship, found);
        for (var link : brought.links()) {
            if (link.paidBefore()) {
                found.add(late(brought.referrer(), link));
            }
            var employed = staff.get(brought.referrer().id());
            var friendEmployed = staff.get(link.friend().id());
            if (employed != null || friendEmployed != null) {
                found.add(staffLink(brought.referrer(), link, employed, friendEmployed));
            }
        }
        return found;
    }

    /** A person under two numbers, or two who share a phone, where no family explains it; each link is named once. */
    private static void doubles(Brought brought, Kinship kinship, List<Suspicion> found) {
        var links = brought.links().stream()
                .collect(groupingBy(link -> link.friend().id()));
        var byKey = new LinkedHashMap<String, Suspicion>();
        for (var trait : Trait.values()) {
            for (var group : sharing(brought, trait)) {
                for (var friend : group) {
                    var others = group.stream()
                            .filter(person -> !kinship.joins(person.id(), friend.id()))
                            .toList();
                    if (others.isEmpty()) {
                        continue;
                    }
                    for (var link : links.getOrDefault(friend.id(), List.of())) {
                        var suspicion = twice(brought, link, others, trait);
                        byKey.putIfAbsent(suspicion.key(), suspicion);
                    }
                }
            }
        }
        found.addAll(byKey.values());
    }

    private static Suspicion twice(Brought brought, Link link, List<Person> others, Trait trait) {
        var friend = link.friend();
        var namesakes = trait == Trait.IDENTITY
                || others.stream().anyMatch(other -> other.name().equals(friend.name()));
        var ids = others.stream().map(Person::id).sorted().toList();
        var evidence = List.of("Client %s, brought by %s, has the %s of %s; no family of theirs is declared."
                .formatted(
                        friend.id(),
                        brought.referrer().id(),
                        trait == Trait.PHONE && namesakes ? "phone and the name" : trait.words,
                        named(ids)));
        var clients = new ArrayList<>(ids);
        clients.add(friend.id());
        return Suspicion.of(
                namesakes ? FindingKind.SELF_REFERRAL : FindingKind.SHARED_PHONE,
                FindingSeverity.HIGH,
                link.referralId(),
                evidence,
                List.of(link.referralId()),
                clients);
    }

    private void bursts(Brought brought, Kinship kinship, List<Suspicion> found) {
        var referrer = brought.referrer();
        var strangers = brought.links().stream()
                .filter(link -> !kinship.joins(link.friend().id(), referrer.id()))
                .toList();
        for (var burst : bursts(strangers)) {
            var first = burst.get(0).day();
            var last = burst.get(burst.size() - 1).day();
            var severity = burst.size() >= 2 * rules.burstCount() ? FindingSeverity.HIGH : FindingSeverity.MEDIUM;
            var evidence = List.of(
                    "Client %s brought %d from %s to %s.".formatted(referrer.id(), burst.size(), first, last),
                    "%d within %d days count as a burst.".formatted(rules.burstCount(), rules.burstDays()));
            var clients = new ArrayList<>(
                    burst.stream().map(link -> link.friend().id()).toList());
            clients.add(referrer.id());
            found.add(Suspicion.of(
                    FindingKind.BURST,
                    severity,
                    referrer.id() + " " + first,
                    evidence,
                    burst.stream().map(Link::referralId).toList(),
                    clients));
        }
    }

    private List<List<Link>> bursts(List<Link> links) {
        var found = new ArrayList<List<Link>>();
        if (links.size() < rules.burstCount()) {
            return found;
        }
        var inOrder = links.stream()
                .sorted(Comparator.comparing(Link::day).thenComparing(Link::referralId))
                .toList();
        var from = -1;
        for (var at = 0; at + rules.burstCount() <= inOrder.size(); at++) {
            var end = at + rules.burstCount();
            var dense = isWithin(inOrder.get(at), inOrder.get(end - 1));
            if (dense && from < 0) {
                from = at;
            }
            var goesOn = dense && end < inOrder.size() && isWithin(inOrder.get(at + 1), inOrder.get(end));
            if (from >= 0 && !goesOn) {
                found.add(inOrder.subList(from, end));
                from = -1;
            }
        }
        return found;
    }

    private boolean isWithin(Link first, Link last) {
        return ChronoUnit.DAYS.between(first.day(), last.day()) < rules.burstDays();
    }

    private static Suspicion late(Person referrer, Link link) {
        var evidence = List.of("Client %s had paid before %s, the day %s is said to have brought her."
                .formatted(link.friend().id(), link.day(), referrer.id()));
        return about(FindingKind.AFTER_FIRST_PAID_VISIT, FindingSeverity.LOW, referrer, link, evidence);
    }

    private static Suspicion staffLink(
            Person referrer, Link link, @Nullable String employed, @Nullable String friendEmployed) {
        var evidence = new ArrayList<String>();
        if (employed != null) {
            evidence.add("The referrer %s is staff member %s, or of her household.".formatted(referrer.id(), employed));
        }
        if (friendEmployed != null) {
            evidence.add("The friend %s is staff member %s, or of her household."
                    .formatted(link.friend().id(), friendEmployed));
        }
        return about(FindingKind.STAFF_LINK, FindingSeverity.MEDIUM, referrer, link, evidence);
    }

    private static Suspicion about(
            FindingKind kind, FindingSeverity severity, Person referrer, Link link, List<String> evidence) {
        return Suspicion.of(
                kind,
                severity,
                link.referralId(),
                List.copyOf(evidence),
                List.of(link.referralId()),
                List.of(referrer.id(), link.friend().id()));
    }

    /** Groups of two and more who share a trait, among the referrer, who brought her, and whom she brought. */
    private static List<List<Person>> sharing(Brought brought, Trait trait) {
        var people = new HashMap<String, Person>();
        people.put(brought.referrer().id(), brought.referrer());
        if (brought.above() != null) {
            people.put(brought.above().id(), brought.above());
        }
        brought.links().forEach(link -> people.put(link.friend().id(), link.friend()));
        return people.values().stream()
                .filter(person -> trait.of(person) != null)
                .collect(groupingBy(person -> Objects.requireNonNull(trait.of(person))))
                .values()
                .stream()
                .filter(group -> group.size() > 1)
                .map(group ->
                        group.stream().sorted(Comparator.comparing(Person::id)).toList())
                .sorted(Comparator.comparing(group -> group.get(0).id()))
                .toList();
    }

    private static String named(Collection<String> ids) {
        var first = String.join(", ", ids.stream().limit(MOST_NAMED).toList());
        return ids.size() <= MOST_NAMED ? first : "%s and %d more".formatted(first, ids.size() - MOST_NAMED);
    }

    /** What one person has and hardly two. */
    private enum Trait {
        PHONE("phone"),
        IDENTITY("name and the birth date");

        private final String words;

        Trait(String words) {
            this.words = words;
        }

        @Nullable
        String of(Person person) {
            if (this == PHONE) {
                return person.phone();
            }
            return person.birthDate() == null ? null : person.birthDate() + " " + person.name();
        }
    }
}
