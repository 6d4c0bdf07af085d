package io.kith.influence;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.kith.TestGraph;
import io.kith.referral.Referrals;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The salon's clients, net revenue and credited links, straight into the store. */
final class Salon {

    static final Path FOLDER = Path.of("../shared/data/salon");

    private final Map<String, Long> netRevenues = new HashMap<>();
    private final Map<String, String> referrers = new HashMap<>();

    static void write(TestGraph graph, Referrals referrals) throws IOException {
        graph.clear();
        var salon = new Salon();
        salon.read();
        List<Map<String, Object>> clients = new ArrayList<>();
        List<Map<String, Object>> links = new ArrayList<>();
        salon.netRevenues.forEach((id, value) -> clients.add(Map.of("id", id, "value", value)));
        salon.referrers.forEach((friend, referrer) -> links.add(
                Map.of("friend", friend, "referrer", referrer, "converted", salon.netRevenues.get(friend) > 0)));
        graph.run("""
                UNWIND $clients AS row
                CREATE (:Client {id: row.id, name: 'Client ' + row.id, netRevenue: row.value, version: 1,
                  createdAt: datetime('2018-08-01T00:00:00Z')})
                """, Map.of("clients", clients));
        graph.run("""
                UNWIND $links AS row
                MATCH (referrer:Client {id: row.referrer}) MATCH (friend:Client {id: row.friend})
                CREATE (referrer)-[:REFERRED {referralId: row.friend, referredId: row.friend, converted: row.converted}]->(friend)
                """, Map.of("links", links));
        referrals.rebuildNetwork();
    }

    private void read() throws IOException {
        for (var row : rows("clients.csv")) {
            netRevenues.put(row.getField("id"), 0L);
        }
        for (var row : rows("visits.csv")) {
            var net = minor(row.getField("paid")) - minor(row.getField("refunded"));
            netRevenues.computeIfPresent(row.getField("client_id"), (id, sum) -> sum + Math.max(0, net));
        }
        rows("referrals.csv").stream()
                .sorted(Comparator.comparing((NamedCsvRecord row) -> row.getField("occurred_on"))
                        .thenComparing(row -> row.getField("id")))
                .forEach(row -> link(row.getField("referrer_id"), row.getField("referred_id")));
    }

    /** The earliest link to a friend holds, unless it would close a ring. */
    private void link(String referrer, String friend) {
        if (!netRevenues.containsKey(referrer) || !netRevenues.containsKey(friend) || referrers.containsKey(friend)) {
            return;
        }
        for (String at = referrer; at != null; at = referrers.get(at)) {
            if (at.equals(friend)) {
                return;
            }
        }
        referrers.put(friend, referrer);
    }

    private static List<NamedCsvRecord> rows(String file) throws IOException {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve(file))) {
            return reader.stream().toList();
        }
    }

    private static long minor(String amount) {
        return amount.isEmpty() ? 0 : new BigDecimal(amount).movePointRight(2).longValue();
    }
}
