package io.kith.integrity;

import io.kith.TestGraph;
import io.kith.referral.Referrals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A generated clinic of honest clients, some of them families on one phone, with rings planted among them.
 *
 * <p>Honest life is not without blemish: one in a thousand are couples on one phone that nobody declared, three in a
 * thousand were named as brought after they had paid, and some bring five on one day.
 */
final class Rings {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 730;
    private static final int BATCH = 5_000;
    private static final int NAMES = 300;

    private final Random random;
    private final Map<String, Map<String, Object>> clients = new LinkedHashMap<>();
    private final List<Map<String, Object>> links = new ArrayList<>();
    private final List<Map<String, Object>> claims = new ArrayList<>();
    private final List<Map<String, Object>> visits = new ArrayList<>();
    private final List<List<String>> declared = new ArrayList<>();
    private final List<Map<String, Object>> kin = new ArrayList<>();
    private final List<String> honest = new ArrayList<>();
    private final Set<String> families = new HashSet<>();
    private final List<Ring> rings = new ArrayList<>();
    private int phones;

    /** A planted ring: its clients, and the referrals that are not what they seem. */
    record Ring(String kind, Set<String> clients, Set<String> referrals) {

        static Ring of(String kind) {
            return new Ring(kind, new HashSet<>(), new HashSet<>());
        }
    }

    private Rings(Random random) {
        this.random = random;
    }

    static Rings planted(Random random, int population, int rings) {
        var clinic = new Rings(random);
        clinic.live(population);
        for (var number = 0; number < rings; number++) {
            clinic.rings.add(clinic.plant(number));
        }
        return clinic;
    }

    List<Ring> rings() {
        return rings;
    }

    /** All clients of families, declared or tied. */
    Set<String> families() {
        return families;
    }

    int honestClients() {
        return honest.size();
    }

    int clients() {
        return clients.size();
    }

    private void live(int population) {
        while (clients.size() < population) {
            var dice = random.nextInt(1000);
            if (dice < 20) {
                family();
            } else if (dice < 21) {
                var one = honest(stranger());
                var other = honest(one);
                clients.get(other).put("phone", clients.get(one).get("phone"));
            } else if (dice < 24) {
                var late = client();
                honest.add(late);
                pay(late, FIRST.minusDays(10));
                link(stranger(), late, day());
            } else if (dice < 26) {
                var host = stranger();
                var party = day();
                for (var guest = 0; guest < 5; guest++) {
                    var friend = client();
                    honest.add(friend);
                    link(host, friend, party);
                }
            } else {
                var one = honest(random.nextInt(10) < 6 ? any() : null);
                if (random.nextInt(5) == 0) {
                    pay(one, FIRST.plusDays(DAYS + 1));
                }
            }
        }
    }

    /** Two to four on one phone who bring each other, and say so both ways; half of the families declared, half tied. */
    private void family() {
        var members = new ArrayList<String>();
        members.add(honest(any()));
        var size = 2 + random.nextInt(3);
        while (members.size() < size) {
            var before = members.get(members.size() - 1);
            var member = honest(before);
            clients.get(member).put("phone", clients.get(before).get("phone"));
            if (random.nextInt(4) == 0) {
                clients.get(member).put("name", clients.get(before).get("name"));
                claim(member, before);
            }
            members.add(member);
        }
        families.addAll(members);
        if (random.nextBoolean()) {
            declared.add(List.copyOf(members));
            return;
        }
        for (var number = 1; number < members.size(); number++) {
            var kind = random.nextBoolean() ? "KIN" : "PARTNER";
            kin.add(Map.of("one", members.get(number), "other", members.get(number - 1), "kind", kind));
        }
    }

    private Ring plant(int number) {
        return switch (number % 8) {
            case 0 -> accountsOfOne(true);
            case 1 -> accountsOfOne(false);
            case 2 -> fakesOnOnePhone();
            case 3 -> loop(2);
            case 4 -> loop(3 + random.nextInt(2));
            case 5 -> burst();
            case 6 -> twin();
            default -> accomplice();
        };
    }

    /** One person with several accounts on one phone, each said to be brought by the first, or by the one before. */
    private Ring accountsOfOne(boolean star) {
        var ring = Ring.of(star ? "star on one phone" : "chain on one phone");
        var first = member(ring);
        var before = first;
        var size = 3 + random.nextInt(4);
        for (var account = 1; account < size; account++) {
            var next = member(ring);
            clients.get(next).put("phone", clients.get(first).get("phone"));
            ring.referrals().add(link(star ? first : before, next, day()));
            before = next;
        }
        return ring;
    }

    /** Somebody brings four who do not exist, all on one phone that is not hers. */
    private Ring fakesOnOnePhone() {
        var ring = Ring.of("fakes on one phone");
        var host = member(ring);
        var phone = phone();
        for (var fake = 0; fake < 4; fake++) {
            var next = member(ring);
            clients.get(next).put("phone", phone);
            ring.referrals().add(link(host, next, day()));
        }
        return ring;
    }

    /** Each says she brought the next, all round; the last claim carries no credit. */
    private Ring loop(int size) {
        var ring = Ring.of("loop of " + size);
        var first = member(ring);
        var before = first;
        for (var step = 1; step < size; step++) {
            var next = member(ring);
            ring.referrals().add(link(before, next, day()));
            before = next;
        }
        ring.referrals().add(claim(before, first));
        return ring;
    }

    private Ring burst() {
        var ring = Ring.of("burst");
        var host = member(ring);
        var began = day();
        for (var fake = 0; fake < 8; fake++) {
            ring.referrals().add(link(host, member(ring), began.plusDays(fake % 3)));
        }
        return ring;
    }

    /** A client comes again under another phone, and says she brought herself. */
    private Ring twin() {
        var ring = Ring.of("twin");
        var one = member(ring);
        var again = member(ring);
        clients.get(again).put("name", clients.get(one).get("name"));
        clients.get(again).put("birthDate", clients.get(one).get("birthDate"));
        ring.referrals().add(link(one, again, day()));
        return ring;
    }

    /** A chain whose top and bottom are one person, with somebody between to hide it. */
    private Ring accomplice() {
        var ring = Ring.of("accomplice");
        var top = member(ring);
        var between = member(ring);
        var bottom = member(ring);
        clients.get(bottom).put("phone", clients.get(top).get("phone"));
        link(top, between, day());
        ring.referrals().add(link(between, bottom, day()));
        return ring;
    }

    private String member(Ring ring) {
        var id = client();
        ring.clients().add(id);
        return id;
    }

    private String honest(@Nullable String referrer) {
        var id = client();
        if (referrer != null) {
            link(referrer, id, day());
        }
        honest.add(id);
        return id;
    }

    private String client() {
        var id = "c%07d".formatted(clients.size());
        var client = new HashMap<String, Object>();
        client.put("id", id);
        client.put("name", "Name " + random.nextInt(NAMES));
        client.put("phone", phone());
        client.put("birthDate", LocalDate.of(1950, 1, 1).plusDays(random.nextInt(20_000)));
        clients.put(id, client);
        return id;
    }

    private String phone() {
        return "138%08d".formatted(phones++);
    }

    private @Nullable String any() {
        return honest.isEmpty() ? null : honest.get(random.nextInt(honest.size()));
    }

    /** Somebody who is of no family, so that what is found about her friends concerns none. */
    private @Nullable String stranger() {
        for (var tries = 0; tries < 100; tries++) {
            var one = any();
            if (one == null || !families.contains(one)) {
                return one;
            }
        }
        return null;
    }

    private LocalDate day() {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    private void pay(String client, LocalDate day) {
        visits.add(Map.of("client", client, "id", "v" + visits.size(), "day", day));
    }

    private String link(@Nullable String referrer, String friend, LocalDate day) {
        var id = "r" + friend;
        if (referrer != null) {
            links.add(Map.of("referrer", referrer, "friend", friend, "id", id, "day", day));
        }
        return id;
    }

    private String claim(String referrer, String friend) {
        var id = "x" + claims.size();
        claims.add(Map.of("referrer", referrer, "friend", friend, "id", id, "day", day()));
        return id;
    }

    void write(TestGraph graph, Referrals referrals) {
        graph.clear();
        write(graph, List.copyOf(clients.values()), """
                UNWIND $rows AS row
                CREATE (client:Client {netRevenue: 0, version: 1, createdAt: datetime('2024-01-01T00:00:00Z')})
                SET client += row
                """);
        write(graph, links, """
                UNWIND $rows AS row
                MATCH (referrer:Client {id: row.referrer})
                MATCH (friend:Client {id: row.friend})
                CREATE (referrer)-[:REFERRED {referralId: row.id, referredId: row.friend, converted: false,
                  validFrom: row.day, recordedAt: datetime('2026-01-10T00:00:00Z')}]->(friend)
                CREATE (referrer)-[:MADE]->(:Referral {id: row.id, occurredOn: row.day, status: 'INTRODUCED',
                  recordedAt: datetime('2026-01-10T00:00:00Z'), credited: true, afterFirstVisit: false})-[:OF]->(friend)
                """);
        write(graph, claims, """
                UNWIND $rows AS row
                MATCH (referrer:Client {id: row.referrer})
                MATCH (friend:Client {id: row.friend})
                CREATE (referrer)-[:MADE]->(:Referral {id: row.id, occurredOn: row.day, status: 'INTRODUCED',
                  recordedAt: datetime('2026-01-10T00:00:00Z'), credited: false, afterFirstVisit: false})-[:OF]->(friend)
                """);
        write(graph, visits, """
                UNWIND $rows AS row
                MATCH (client:Client {id: row.client})
                CREATE (client)-[:HAD_VISIT]->(:Visit {id: row.id, at: datetime({date: row.day, timezone: 'Asia/Shanghai'}),
                  charged: 100, paid: 100, refunded: 0})
                """);
        write(graph, kin, """
                UNWIND $rows AS row
                MATCH (one:Client {id: row.one})
                MATCH (other:Client {id: row.other})
                CREATE (one)-[tie:TIED]->(other)
                SET tie.kind = row.kind
                """);
        write(
                graph,
                declared.stream()
                        .map(members -> Map.<String, Object>of("members", members))
                        .toList(),
                """
                UNWIND $rows AS row
                CREATE (family:Family {id: 'f' + head(row.members), declaredBy: 'director', declaredAt: datetime()})
                WITH family, row
                UNWIND row.members AS id
                MATCH (member:Client {id: id})
                CREATE (member)-[:BELONGS_TO]->(family)
                """);
        referrals.rebuildNetwork();
    }

    private static void write(TestGraph graph, List<Map<String, Object>> rows, String cypher) {
        for (var from = 0; from < rows.size(); from += BATCH) {
            graph.run(cypher, Map.of("rows", rows.subList(from, Math.min(rows.size(), from + BATCH))));
        }
    }
}
