package io.kith.touchpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kith.Kith;
import io.kith.care.Departures;
import io.kith.referral.Referrals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Prints what the staff ties of one client cost beside the bare driver, and what the departure of the busiest of the staff
 * costs. Arguments: store directory (filled if it is empty), clients (1,000,000), staff (200). A client has six touchpoints
 * and four visits with four of the staff, more with some than with others; a store that holds the generated clinic does too.
 */
final class ContactsBench {

    private static final int BATCH = 5_000;
    private static final int ROUNDS = 2_000;

    private static final String FILL = """
            UNWIND range($from, $to) AS n
            CREATE (client:Client {id: 'C' + right('000000' + n, 7), name: 'Client ' + n, createdAt: datetime(), netRevenue: (n * 7919) % 500000, version: 1})
            WITH client, n
            CALL (client, n) {
              UNWIND range(0, 5) AS k
              MATCH (staff:Staff {id: 'S' + toInteger($staff * ((((n * 31 + (k % 4) * 7907) * 48271) % 99991) / 99991.0) ^ 1.2)})
              CREATE (client)-[:HAD_TOUCHPOINT]->(:Touchpoint {id: 'T' + n + '-' + k, at: datetime() - duration({days: (n * 13 + k * 101) % 1400}),
                stage: 'AFTER', kind: 'CALL', satisfaction: 1 + (n + k) % 5, rapport: 1 + (n + 2 * k) % 5})-[:WITH]->(staff)
            }
            CALL (client, n) {
              UNWIND range(0, 3) AS k
              MATCH (staff:Staff {id: 'S' + toInteger($staff * ((((n * 31 + k * 7907) * 48271) % 99991) / 99991.0) ^ 1.2)})
              CREATE (client)-[:HAD_VISIT]->(:Visit {id: 'V' + n + '-' + k, at: datetime() - duration({days: (n * 17 + k * 211) % 1400}),
                charged: 1000, paid: 1000, refunded: 0})-[:SERVED_BY {role: 'NURSE'}]->(staff)
            }
            """;

    private static final String REFER = """
            UNWIND range($from, $to) AS n
            MATCH (referrer:Client {id: 'C' + right('000000' + (n / 3), 7)})
            MATCH (friend:Client {id: 'C' + right('000000' + n, 7)})
            CREATE (referrer)-[:REFERRED {referralId: 'R' + n, referredId: friend.id, converted: true}]->(friend)
            """;

    private final Driver driver;
    private final int clients;
    private final int staff;

    private ContactsBench(Driver driver, int clients, int staff) {
        this.driver = driver;
        this.clients = clients;
        this.staff = staff;
    }

    public static void main(String[] arguments) throws IOException {
        var directory = Path.of(arguments[0]);
        var clients = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        var staff = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 200;
        try (var kith = new SpringApplicationBuilder(Kith.class)
                .properties(Map.of(
                        "kith.store.directory",
                        directory.toString(),
                        "server.port",
                        "0",
                        "kith.store.page-cache",
                        "1GB",
                        "kith.store.least-free",
                        "0",
                        "kith.influence.nightly",
                        "-",
                        "kith.integrity.nightly",
                        "-",
                        "kith.tier.nightly",
                        "-"))
                .run()) {
            var bench = new ContactsBench(kith.getBean(Driver.class), clients, staff);
            bench.fillIfEmpty(kith.getBean(StaffTies.class), kith.getBean(Referrals.class));
            bench.ties(kith.getBean(StaffTies.class));
            bench.departure(kith.getBean(Departures.class));
        }
    }

    private void fillIfEmpty(StaffTies ties, Referrals referrals) {
        try (var session = driver.session()) {
            if (count(session, "MATCH (staff:Staff) RETURN count(*)") == 0) {
                fill(session);
            }
            if (count(session, "MATCH ()-[known:KNOWN_BY]->() RETURN count(*)") > 0) {
                return;
            }
        }
        var began = System.nanoTime();
        ties.weighAll();
        System.out.printf("weighed all ties in %.0f s%n", (System.nanoTime() - began) / 1e9);
        referrals.rebuildNetwork();
    }

    private static long count(Session session, String cypher) {
        return session.run(cypher).single().get(0).asLong();
    }

    private void fill(Session session) {
        var began = System.nanoTime();
        session.run(
                        "UNWIND range(0, $staff) AS n CREATE (:Staff {id: 'S' + n, name: 'Staff ' + n, role: 'NURSE'})",
                        Map.of("staff", staff))
                .consume();
        for (var from = 0; from < clients; from += BATCH) {
            var to = Math.min(clients, from + BATCH) - 1;
            session.run(FILL, Map.of("from", from, "to", to, "staff", staff)).consume();
            session.run(REFER, Map.of("from", Math.max(1, from), "to", to)).consume();
        }
        System.out.printf("filled in %.0f s%n", (System.nanoTime() - began) / 1e9);
    }

    private void ties(StaffTies ties) throws IOException {
        var text = Files.readString(Path.of("cypher/touchpoint/contacts.cypher"), UTF_8)
                .lines()
                .filter(line -> !line.startsWith("//"))
                .collect(Collectors.joining("\n"));
        for (var round = 0; round < 3; round++) {
            var bare = new long[ROUNDS];
            var kith = new long[ROUNDS];
            var random = new Random(round);
            for (var number = 0; number < ROUNDS; number++) {
                var id = "C%07d".formatted(random.nextInt(1, clients));
                var start = System.nanoTime();
                bare(text, id);
                var middle = System.nanoTime();
                ties.of(id);
                bare[number] = middle - start;
                kith[number] = System.nanoTime() - middle;
            }
            System.out.printf(
                    "staff ties of one client, p50: bare driver %.2f ms, Kith %.2f ms, %.2f times%n",
                    median(bare) / 1e6, median(kith) / 1e6, median(kith) / median(bare));
        }
    }

    private void bare(String text, String id) {
        var parameters = TieStrength.parameters();
        parameters.put("clientId", id);
        parameters.put("earlier", Instant.now().minus(StaffTies.TREND).atOffset(ZoneOffset.UTC));
        try (var session = driver.session()) {
            session.run(text, parameters).list();
        }
    }

    private void departure(Departures departures) {
        var busiest = busiest();
        for (var round = 0; round < 7; round++) {
            var start = System.nanoTime();
            var departure = departures.of(busiest);
            System.out.printf(
                    "departure of the busiest of %d staff: %.2f s, %,d clients exposed%n",
                    staff,
                    (System.nanoTime() - start) / 1e9,
                    departure.exposed().size());
        }
    }

    private String busiest() {
        try (var session = driver.session()) {
            return session.run(
                            "MATCH (staff:Staff) RETURN staff.id ORDER BY COUNT { (staff)<-[:KNOWN_BY]-() } DESC LIMIT 1")
                    .single()
                    .get(0)
                    .asString();
        }
    }

    private static double median(long[] times) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
