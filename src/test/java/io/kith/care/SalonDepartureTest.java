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
import io.kith.intake.ImportListener;
import io.kith.intake.Imports;
import io.kith.touchpoint.StaffTies;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    Imports imports;

    @TempDir
    Path folder;

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void theQueryAgreesWithTheFiles() throws IOException {
        assumeThat(SALON).as("the salon's files lie beside the repository").exists();
        graph.clear();
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

    /** The import fills the graph, the files the maps that the answers are compared with. */
    private void load() throws IOException {
        imports.run(SALON, false, folder.resolve("rejects.csv"), ImportListener.none());
        clock.stopAt(NOW);
        ties.weighAll();
        for (var row : rows("touchpoints.csv")) {
            var at = midnight(row.getField("at"));
            weigh(row.getField("client_id"), row.getField("staff_id"), KINDS.get(row.getField("kind")), at);
        }
        rows("visits.csv").forEach(this::takeVisit);
        rows("referrals.csv").stream()
                .filter(row -> !row.getField("referrer_id").equals("UNKNOWN"))
                .sorted(Comparator.comparing((NamedCsvRecord row) -> row.getField("occurred_on"))
                        .thenComparing(row -> row.getField("id")))
                .forEach(row -> referrers.putIfAbsent(row.getField("referred_id"), row.getField("referrer_id")));
    }

    private void takeVisit(NamedCsvRecord row) {
        var client = row.getField("client_id");
        var net = new BigDecimal(row.getField("paid")).subtract(new BigDecimal(row.getField("refunded")));
        revenue.merge(client, net, BigDecimal::add);
        for (var part : row.getField("staff").split("\\|")) {
            if (!part.isEmpty()) {
                var pair = part.split(":");
                weigh(client, pair[0], ROLES.get(pair[1]), midnight(row.getField("at")));
            }
        }
    }

    private void weigh(String client, String staff, double quality, Instant at) {
        var weight = quality * Math.pow(2, -(double) Duration.between(at, NOW).toSeconds() / (180 * 86_400));
        weights.computeIfAbsent(client, any -> new HashMap<>()).merge(staff, weight, Double::sum);
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
