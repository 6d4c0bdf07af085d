package io.kith.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kith.KithTest;
import io.kith.TestGraph;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A real salon's export, against sums over its files that Kith's code has no part in. */
@KithTest
class SalonImportTest {

    private static final Path SALON = Path.of("../shared/data/salon");

    @Autowired
    Imports imports;

    @Autowired
    TestGraph graph;

    @TempDir
    Path folder;

    private final ImportFolder files = new ImportFolder(SALON);

    @BeforeEach
    void empty() {
        assumeTrue(Files.isDirectory(SALON), "skipped: no ../shared/data/salon");
        graph.clear();
    }

    @Test
    void everySumOverTheFilesIsFoundInTheGraph() {
        var report = imports.run(SALON, false, folder.resolve("rejects.csv"), ImportListener.none());

        assertThat(report.files())
                .extracting(
                        FileCount::file, FileCount::rows, FileCount::loaded, FileCount::rejected, FileCount::remarks)
                .containsExactly(
                        tuple("staff.csv", 7L, 7L, 0L, 0L),
                        tuple("treatments.csv", 103L, 103L, 0L, 0L),
                        tuple("clients.csv", 822L, 822L, 0L, 0L),
                        tuple("visits.csv", 1466L, 1466L, 0L, 0L),
                        tuple("referrals.csv", 254L, 251L, 3L, 0L),
                        tuple("touchpoints.csv", 2207L, 2207L, 0L, 0L));

        assertThat(number("MATCH (n:Client) RETURN count(n)")).isEqualTo(822);
        for (var column : List.of("charged", "paid", "refunded")) {
            assertThat(number("MATCH (visit:Visit) RETURN sum(visit." + column + ")"))
                    .as(column)
                    .isEqualTo(sum(column));
        }
        assertThat(number("MATCH (refund:Refund) RETURN sum(refund.amount)")).isEqualTo(sum("refunded"));
        assertThat(number("MATCH (refund:Refund) RETURN count(refund)")).isEqualTo(71);
        assertThat(number("MATCH (:Visit)-[n:INCLUDED]->() RETURN count(n)")).isEqualTo(parts("treatments"));
        assertThat(number("MATCH (:Visit)-[n:SERVED_BY]->() RETURN count(n)")).isEqualTo(parts("staff"));
        assertThat(number("MATCH (:Client)-[:HAD_TOUCHPOINT]->(n)-[:WITH]->(:Staff) RETURN count(n)"))
                .isEqualTo(2207);
    }

    @Test
    void theThreeCouponsNobodyWasGivenAreNamed() throws IOException {
        var report = imports.run(SALON, false, folder.resolve("rejects.csv"), ImportListener.none());

        var reason = ",referrer_id,UNKNOWN_ID,referrer_id 'UNKNOWN' is no client of these files or of the graph";
        assertThat(Files.readAllLines(report.rejects()))
                .containsExactly(
                        "file,line,field,code,reason",
                        "referrals.csv,253" + reason,
                        "referrals.csv,254" + reason,
                        "referrals.csv,255" + reason);
    }

    @Test
    void everyClientHasTheReferrerAndTheNetRevenueOfTheFiles() {
        imports.run(SALON, false, folder.resolve("rejects.csv"), ImportListener.none());

        var expected = new TreeMap<String, String>();
        var links = links();
        var revenue = revenue();
        for (var id : files.byId("clients").keySet()) {
            expected.put(id, links.getOrDefault(id, "nobody") + " " + revenue.getOrDefault(id, 0L));
        }
        var found = new TreeMap<String, String>();
        graph.run("""
                        MATCH (client:Client)
                        OPTIONAL MATCH (referrer:Client)-[:REFERRED]->(client)
                        RETURN client.id AS id, coalesce(referrer.id, 'nobody') + ' ' + client.netRevenue AS facts
                        """)
                .forEach(row ->
                        found.put(row.get("id").asString(), row.get("facts").asString()));

        assertThat(links).hasSize(251);
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void aSecondImportChangesNothing() {
        imports.run(SALON, false, folder.resolve("rejects.csv"), ImportListener.none());
        var before = GraphDump.of(graph);

        var again = imports.run(SALON, false, folder.resolve("rejects.csv"), ImportListener.none());

        assertThat(again.total()).isEqualTo(new FileCount("total", 4859, 0, 4856, 3, 0));
        assertThat(GraphDump.of(graph)).isEqualTo(before);
    }

    @Test
    void aDryRunFindsTheSameAndWritesNothing() throws IOException {
        var dry = imports.run(SALON, true, folder.resolve("dry.csv"), ImportListener.none());

        assertThat(GraphDump.of(graph)).isEmpty();
        var real = imports.run(SALON, false, folder.resolve("real.csv"), ImportListener.none());
        assertThat(dry.files()).isEqualTo(real.files());
        assertThat(dry.rejects()).hasSameTextualContentAs(real.rejects());
    }

    /** The credited links by friend: claims in the order of day and id, as far as nobody comes twice or brings herself. */
    private Map<String, String> links() {
        var clients = files.byId("clients").keySet();
        var links = new HashMap<String, String>();
        files.rows("referrals").stream()
                .filter(row -> clients.contains(row.get("referrer_id")))
                .sorted(Comparator.comparing((Map<String, String> row) -> row.get("occurred_on"))
                        .thenComparing(row -> row.get("id")))
                .forEach(row -> {
                    var above = row.get("referrer_id");
                    while (above != null && !above.equals(row.get("referred_id"))) {
                        above = links.get(above);
                    }
                    if (above == null) {
                        links.putIfAbsent(row.get("referred_id"), row.get("referrer_id"));
                    }
                });
        return links;
    }

    private Map<String, Long> revenue() {
        var revenue = new HashMap<String, Long>();
        files.rows("visits")
                .forEach(row ->
                        revenue.merge(row.get("client_id"), minor(row, "paid") - minor(row, "refunded"), Long::sum));
        return revenue;
    }

    private long sum(String column) {
        return files.rows("visits").stream()
                .mapToLong(row -> minor(row, column))
                .sum();
    }

    private long parts(String column) {
        return files.rows("visits").stream()
                .filter(row -> !row.get(column).isEmpty())
                .mapToLong(row -> row.get(column).split("\\|").length)
                .sum();
    }

    private long number(String cypher) {
        return graph.run(cypher).get(0).get(0).asLong();
    }

    private static long minor(Map<String, String> row, String column) {
        return new BigDecimal(row.get(column)).movePointRight(2).longValueExact();
    }
}
