package io.kith.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestClock;
import io.kith.TestGraph;
import io.kith.referral.Referrals;
import io.kith.touchpoint.StaffTies;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What leaves with the busiest stylist of a real salon, found by the documented query and by arithmetic on its files. */
@KithTest
class SalonDepartureTest {

    private static final Path SALON = Path.of("../shared/data/salon");
    private static final Instant NOW = Instant.parse("2018-08-01T00:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final double DELTA = 0.8 - Math.pow(0.8, 1.8);
    private static final Map<String, Double> KINDS = Map.of("BOOKING", 0.2, "CANCELLATION", 0.1, "NO_SHOW", 0.05);
    private static final Map<String, Double> ROLES = Map.of("THERAPIST", 1.0, "FRONT_DESK", 0.4);

    private final Map<String, Map<String, Double>> weights = new TreeMap<>();
    private final Map<String, BigDecimal> revenue = new HashMap<>();
    private final Map<String, String> referrers = new TreeMap<>();

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    TestClock clock;

    @Autowired
    StaffTies ties;

    @Autowired
    Referrals referrals;

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void theQueryAgreesWithTheFiles() throws IOException {
        assumeThat(SALON).as("the salon's files lie beside the repository").exists();
        graph.clear();
        clock.stopAt(NOW);
        load();
        var busiest = busiest();
        var departure = api.ask(
                        Files.readString(Path.of("docs/queries/staff-departure.graphql")), Map.of("staffId", busiest))
                .path("staffDeparture");

        var shares = shares(busiest);
        assertThat(departure.path("clientsExposed").asInt()).isEqualTo(shares.size());
        assertThat(departure.path("dependence").asDouble())
                .isCloseTo(shares.values().stream().mapToDouble(share -> share).sum(), within(1e-6));
        var sole = weights.values().stream()
                .filter(staff -> staff.size() == 1 && staff.containsKey(busiest))
                .count();
        assertThat(departure.path("soleContactClients").asLong()).isEqualTo(sole);
        var atRisk = shares.entrySet().stream()
                .mapToDouble(client -> client.getValue() * worth(client.getKey()))
                .sum();
        assertThat(departure.path("valueAtRisk").path("amount").asDouble())
                .isCloseTo(atRisk, within(0.01 * shares.size()));
        var value = shares.keySet().stream()
                .map(client -> revenue.getOrDefault(client, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(departure.path("value").path("amount").decimalValue()).isEqualByComparingTo(value);
        assertThat(departure.path("networkValueAtRisk").path("amount").asDouble())
                .isCloseTo(along(shares), within(0.02));
        var first = departure.path("clients").path("edges").path(0).path("node");
        var most = shares.entrySet().stream()
                .mapToDouble(client -> client.getValue() * worth(client.getKey()))
                .max()
                .orElseThrow();
        assertThat(first.path("valueAtRisk").path("amount").asDouble()).isCloseTo(most, within(0.01));
        assertThat(departure.path("handover").path("assignments").size()).isEqualTo(50);
        System.out.printf(
                "Salon: with %s go %d clients, dependence %.1f, sole %d, at risk %s, along %s%n",
                busiest,
                shares.size(),
                departure.path("dependence").asDouble(),
                sole,
                departure.path("valueAtRisk").path("amount").decimalValue(),
                departure.path("networkValueAtRisk").path("amount").decimalValue());
    }

    private String busiest() {
        var clients = new TreeMap<String, Integer>();
        weights.values().forEach(staff -> staff.keySet().forEach(id -> clients.merge(id, 1, Integer::sum)));
        clients.remove("S02");
        return clients.entrySet().stream()
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .orElseThrow()
                .getKey();
    }

    private Map<String, Double> shares(String staff) {
        var shares = new TreeMap<String, Double>();
        weights.forEach((client, known) -> {
            if (known.containsKey(staff)) {
                var all = known.values().stream()
                        .mapToDouble(weight -> 1 - Math.exp(-weight / 3))
                        .sum();
                shares.put(client, (1 - Math.exp(-known.get(staff) / 3)) / all);
            }
        });
        return shares;
    }

    private double along(Map<String, Double> shares) {
        return revenue.keySet().stream()
                .mapToDouble(client -> (chance(client, shares) - shares.getOrDefault(client, 0.0)) * worth(client))
                .sum();
    }

    private double chance(String client, Map<String, Double> shares) {
        var referrer = referrers.get(client);
        var spread = referrer == null ? 0 : DELTA * chance(referrer, shares);
        return 1 - (1 - shares.getOrDefault(client, 0.0)) * (1 - spread);
    }

    private double worth(String client) {
        return Math.max(0, revenue.getOrDefault(client, BigDecimal.ZERO).doubleValue());
    }

    private void load() throws IOException {
        var clients = new ArrayList<Map<String, Object>>();
        for (var row : rows("clients.csv")) {
            clients.add(Map.of("id", row.getField("id"), "at", NOW.atOffset(ZoneOffset.UTC)));
        }
        create("CREATE (:Client {id: row.id, name: row.id, createdAt: row.at, netRevenue: 0, version: 1})", clients);
        var staff = new ArrayList<Map<String, Object>>();
        rows("staff.csv").forEach(row -> staff.add(Map.of("id", row.getField("id"), "role", row.getField("role"))));
        create("CREATE (:Staff {id: row.id, name: row.id, role: row.role})", staff);
        loadTouchpoints();
        loadVisits();
        loadReferrals();
        ties.weighAll();
        referrals.rebuildNetwork();
    }

    private void loadTouchpoints() throws IOException {
        var touchpoints = new ArrayList<Map<String, Object>>();
        for (var row : rows("touchpoints.csv")) {
            var at = midnight(row.getField("at"));
            weigh(row.getField("client_id"), row.getField("staff_id"), KINDS.get(row.getField("kind")), at);
            touchpoints.add(Map.of(
                    "id", row.getField("id"),
                    "client", row.getField("client_id"),
                    "staff", row.getField("staff_id"),
                    "at", at.atOffset(ZoneOffset.UTC),
                    "kind", row.getField("kind")));
        }
        create("""
                MATCH (client:Client {id: row.client}), (staff:Staff {id: row.staff})
                CREATE (client)-[:HAD_TOUCHPOINT]->(:Touchpoint {id: row.id, at: row.at, stage: 'BEFORE', kind: row.kind})-[:WITH]->(staff)
                """, touchpoints);
    }

    private void loadVisits() throws IOException {
        var visits = new ArrayList<Map<String, Object>>();
        for (var row : rows("visits.csv")) {
            var client = row.getField("client_id");
            var at = midnight(row.getField("at"));
            var net = new BigDecimal(row.getField("paid")).subtract(new BigDecimal(row.getField("refunded")));
            revenue.merge(client, net, BigDecimal::add);
            var served = new ArrayList<Map<String, String>>();
            for (var part : row.getField("staff").split("\\|")) {
                if (!part.isEmpty()) {
                    var pair = part.split(":");
                    served.add(Map.of("id", pair[0], "role", pair[1]));
                    weigh(client, pair[0], ROLES.get(pair[1]), at);
                }
            }
            visits.add(Map.of(
                    "id", row.getField("id"),
                    "client", client,
                    "at", at.atOffset(ZoneOffset.UTC),
                    "paid", minor(row.getField("paid")),
                    "refunded", minor(row.getField("refunded")),
                    "served", served));
        }
        create("""
                MATCH (client:Client {id: row.client})
                SET client.netRevenue = client.netRevenue + row.paid - row.refunded
                CREATE (client)-[:HAD_VISIT]->(visit:Visit {id: row.id, at: row.at, charged: row.paid, paid: row.paid, refunded: row.refunded})
                WITH row, visit
                UNWIND row.served AS served
                MATCH (staff:Staff {id: served.id})
                CREATE (visit)-[:SERVED_BY {role: served.role}]->(staff)
                """, visits);
    }

    private void loadReferrals() throws IOException {
        var rows = new ArrayList<>(rows("referrals.csv"));
        rows.sort(Comparator.comparing((NamedCsvRecord row) -> row.getField("occurred_on"))
                .thenComparing(row -> row.getField("id")));
        var links = new ArrayList<Map<String, Object>>();
        for (var row : rows) {
            var referred = row.getField("referred_id");
            if (!row.getField("referrer_id").equals("UNKNOWN") && !referrers.containsKey(referred)) {
                referrers.put(referred, row.getField("referrer_id"));
                links.add(Map.of(
                        "id", row.getField("id"), "referrer", row.getField("referrer_id"), "referred", referred));
            }
        }
        create("""
                MATCH (referrer:Client {id: row.referrer}), (referred:Client {id: row.referred})
                CREATE (referrer)-[:REFERRED {referralId: row.id, referredId: row.referred, converted: true}]->(referred)
                """, links);
    }

    private void weigh(String client, String staff, double quality, Instant at) {
        var weight = quality * Math.pow(2, -(double) Duration.between(at, NOW).toSeconds() / (180 * 86_400));
        weights.computeIfAbsent(client, any -> new HashMap<>()).merge(staff, weight, Double::sum);
    }

    private void create(String cypher, List<Map<String, Object>> rows) {
        graph.run("UNWIND $rows AS row " + cypher, Map.of("rows", rows));
    }

    private static long minor(String amount) {
        return new BigDecimal(amount).movePointRight(2).longValueExact();
    }

    private static Instant midnight(String day) {
        return LocalDate.parse(day).atStartOfDay(ZONE).toInstant();
    }

    private static List<NamedCsvRecord> rows(String file) throws IOException {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(SALON.resolve(file))) {
            return reader.stream().toList();
        }
    }
}
