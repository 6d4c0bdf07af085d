package io.kith.tier;

import io.kith.TestGraph;
import io.kith.referral.Referrals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** A clinic of made-up clients c0000, c0001 … on 28 February 2026, who differ in everything that a tier is decided by. */
final class TierClinic {

    static final String NOW = "2026-02-28T04:00:00Z";

    private TierClinic() {}

    /** As many clients as asked for; the same seed makes the same clinic. */
    static void write(TestGraph graph, Referrals referrals, int count, long seed) {
        graph.clear();
        graph.run("UNWIND range(0, 39) AS number CREATE (:Treatment {code: 't' + number, name: 'Treatment'})"
                + " CREATE (:Activity {id: 'a' + number, name: 'Activity', heldOn: date('2026-01-01')})");
        var random = new Random(seed);
        var rows = new ArrayList<Map<String, Object>>();
        for (var number = 0; number < count; number++) {
            rows.add(client(random, number, count));
        }
        graph.run("""
                UNWIND $rows AS row
                CREATE (client:Client {id: row.id, name: 'Client ' + row.id, version: 1, netRevenue: row.netRevenue,
                  createdAt: datetime('2026-01-01T00:00:00Z'), joinedOn: date('2026-02-28') - duration({days: row.tenure})})
                WITH row, client
                CALL (row, client) {
                  UNWIND row.visits AS visit
                  CREATE (client)-[:HAD_VISIT]->(made:Visit {id: row.id + '-' + visit.number, charged: visit.paid, refunded: 0,
                    paid: visit.paid, recordedAt: datetime('2026-01-01T00:00:00Z'),
                    at: datetime('2026-02-28T02:00:00Z') - duration({days: visit.daysAgo})})
                  WITH visit, made
                  MATCH (treatment:Treatment {code: visit.treatment})
                  CREATE (made)-[:INCLUDED]->(treatment)
                }
                CALL (row, client) {
                  UNWIND range(0, row.attended - 1) AS number
                  MATCH (activity:Activity {id: 'a' + number})
                  CREATE (client)-[:ATTENDED {contribution: CASE WHEN number < row.contributed THEN 5 ELSE 0 END}]->(activity)
                }
                CALL (row, client) {
                  UNWIND range(0, row.feedback - 1) AS number
                  CREATE (client)-[:GAVE]->(:Feedback {id: row.id + '-f' + number, kind: 'COMPLAINT', severity: 2,
                    direction: CASE WHEN number = 0 THEN 'TO_PUBLIC' ELSE 'TO_CLINIC' END,
                    openedAt: datetime('2026-01-01T00:00:00Z')})
                }
                """, Map.of("rows", rows));
        graph.run("""
                UNWIND $rows AS row
                MATCH (client:Client {id: row.id})
                UNWIND row.friends AS friend
                MATCH (other:Client {id: friend.id})
                CREATE (client)-[:MADE]->(:Referral {id: row.id + '-' + friend.id, status: friend.status, afterFirstVisit: false,
                  credited: friend.status = 'CONVERTED', occurredOn: date('2026-01-01'),
                  recordedAt: datetime('2026-01-01T00:00:00Z')})-[:OF]->(other)
                """, Map.of("rows", rows));
        referrals.rebuildNetwork();
    }

    static List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(TierClinic::id).toList();
    }

    static String id(int number) {
        return "c%04d".formatted(number);
    }

    private static Map<String, Object> client(Random random, int number, int count) {
        var visits = new ArrayList<Map<String, Object>>();
        var netRevenue = 0L;
        var often = 6 + random.nextInt(20);
        for (var visit = 0; visit < often; visit++) {
            var paid = 10_000L + random.nextInt(90_000);
            netRevenue += paid;
            visits.add(Map.of(
                    "number",
                    visit,
                    "paid",
                    paid,
                    "daysAgo",
                    visit < often - random.nextInt(6) ? 100 + random.nextInt(500) : random.nextInt(90),
                    "treatment",
                    "t" + random.nextInt(8)));
        }
        var friends = new ArrayList<Map<String, Object>>();
        var brought = random.nextInt(4);
        for (var friend = 0; friend < brought; friend++) {
            var id = id((number + 1 + friend * 7) % count);
            friends.add(Map.of("id", id, "status", random.nextBoolean() ? "CONVERTED" : "INTRODUCED"));
        }
        var row = new HashMap<String, Object>();
        row.put("id", id(number));
        row.put("netRevenue", netRevenue);
        row.put("tenure", random.nextInt(900));
        row.put("visits", visits);
        row.put("attended", random.nextInt(5));
        row.put("contributed", random.nextInt(3));
        row.put("feedback", random.nextInt(4));
        row.put("friends", friends);
        return row;
    }
}
