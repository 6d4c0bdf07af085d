package io.kith.influence;

import io.kith.TestGraph;
import io.kith.referral.Referrals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The nine clients of the design in the store, each with one visit worth what she is worth. */
final class NineClients {

    private NineClients() {}

    static void write(TestGraph graph, Referrals referrals) {
        graph.clear();
        var trees = Trees.fixture();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (var name : trees.names()) {
            var row = new HashMap<String, Object>();
            row.put("id", name);
            row.put("referrer", trees.referrer(name));
            row.put("value", trees.value(name));
            row.put("number", rows.size());
            rows.add(row);
        }
        graph.run("""
                UNWIND $rows AS row
                CREATE (client:Client {id: row.id, name: 'Client ' + row.id, netRevenue: row.value, version: 1,
                  createdAt: datetime('2026-01-01T00:00:00Z'), joinedOn: date('2026-01-01') + duration({days: row.number}),
                  region: CASE row.number % 2 WHEN 0 THEN 'east' ELSE 'west' END})
                CREATE (client)-[:HAD_VISIT]->(:Visit {id: 'v' + row.id, at: datetime('2026-02-01T04:00:00Z'),
                  recordedAt: datetime('2026-02-01T04:00:00Z'), charged: row.value, paid: row.value, refunded: 0})
                """, Map.of("rows", rows));
        graph.run("""
                UNWIND $rows AS row
                WITH row WHERE row.referrer IS NOT NULL
                MATCH (referrer:Client {id: row.referrer}) MATCH (client:Client {id: row.id})
                CREATE (referrer)-[:REFERRED {referralId: 'r' + row.id, referredId: row.id, converted: true,
                  validFrom: client.joinedOn, recordedAt: datetime('2026-01-10T00:00:00Z')}]->(client)
                CREATE (referrer)-[:MADE]->(:Referral {id: 'r' + row.id, occurredOn: client.joinedOn, status: 'CONVERTED',
                  recordedAt: datetime('2026-01-10T00:00:00Z'), credited: true, afterFirstVisit: false})-[:OF]->(client)
                """, Map.of("rows", rows));
        referrals.rebuildNetwork();
    }
}
