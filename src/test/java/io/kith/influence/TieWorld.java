package io.kith.influence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A random clinic with referrals, ties and activities as maps, its Cypher, and PageRank by plain iteration. */
final class TieWorld {

    private record Link(String from, String to, double weight) {}

    private final List<String> clients = new ArrayList<>();
    private final Map<String, String> referrers = new HashMap<>();
    private final List<List<String>> ties = new ArrayList<>();
    private final List<Set<String>> activities = new ArrayList<>();

    static TieWorld random(Random random, int size) {
        var world = new TieWorld();
        for (var number = 0; number < size; number++) {
            world.clients.add("k" + number);
            if (number > 0 && random.nextInt(3) > 0) {
                world.referrers.put("k" + number, "k" + random.nextInt(number));
            }
            if (number > 1 && random.nextInt(3) == 0) {
                world.ties.add(List.of("k" + number, "k" + random.nextInt(number)));
            }
        }
        for (var activity = 0; activity < size / 10; activity++) {
            var guests = new HashSet<String>();
            for (var guest = 0; guest < 5; guest++) {
                guests.add("k" + random.nextInt(size));
            }
            world.activities.add(guests);
        }
        return world;
    }

    List<String> clients() {
        return clients;
    }

    Map<String, Object> parameters() {
        return Map.of(
                "clients",
                clients,
                "links",
                referrers.entrySet().stream()
                        .map(link -> Map.of("friend", link.getKey(), "referrer", link.getValue()))
                        .toList(),
                "ties",
                ties,
                "activities",
                activities.stream().map(List::copyOf).toList());
    }

    static String cypher() {
        return """
                UNWIND $clients AS id
                CREATE (:Client {id: id, name: id, netRevenue: 0, version: 1, createdAt: datetime()})
                WITH count(*) AS clients
                CALL () {
                  UNWIND $links AS link
                  MATCH (referrer:Client {id: link.referrer}) MATCH (friend:Client {id: link.friend})
                  CREATE (referrer)-[:REFERRED {referralId: link.friend, referredId: link.friend, converted: false}]->(friend)
                  RETURN count(*) AS linked
                }
                CALL () {
                  UNWIND $ties AS tie
                  MATCH (one:Client {id: tie[0]}) MATCH (other:Client {id: tie[1]})
                  CREATE (one)-[:TIED {kind: 'FRIEND'}]->(other)
                  RETURN count(*) AS tied
                }
                CALL () {
                  UNWIND range(0, size($activities) - 1) AS number
                  CREATE (activity:Activity {id: 'A' + number})
                  WITH activity, $activities[number] AS guests
                  UNWIND guests AS guest
                  MATCH (client:Client {id: guest})
                  CREATE (client)-[:ATTENDED]->(activity)
                  RETURN count(*) AS attended
                }
                RETURN clients, linked, tied, attended
                """;
    }

    /** r(v) = (1 − d) + d · Σ over links u→v of r(u) · w / Σ w out of u, until nothing moves. */
    Map<String, Double> pageRanks(double damping, InfluenceRule.Ties weights) {
        var links = links(weights);
        var out = new HashMap<String, Double>();
        links.forEach(link -> out.merge(link.from(), link.weight(), Double::sum));
        var ranks = new HashMap<String, Double>();
        clients.forEach(client -> ranks.put(client, 1.0));
        for (var round = 0; round < 1_000; round++) {
            var next = new HashMap<String, Double>();
            clients.forEach(client -> next.put(client, 1 - damping));
            for (var link : links) {
                next.merge(
                        link.to(),
                        damping * ranks.get(link.from()) * link.weight() / out.get(link.from()),
                        Double::sum);
            }
            ranks.putAll(next);
        }
        return ranks;
    }

    private List<Link> links(InfluenceRule.Ties weights) {
        var links = new ArrayList<Link>();
        referrers.forEach((friend, referrer) -> links.add(new Link(friend, referrer, weights.referred())));
        for (var tie : ties) {
            links.add(new Link(tie.get(0), tie.get(1), weights.tied()));
            links.add(new Link(tie.get(1), tie.get(0), weights.tied()));
        }
        for (var guests : activities) {
            for (var one : guests) {
                for (var other : guests) {
                    if (!one.equals(other)) {
                        links.add(new Link(one, other, weights.attended() / (guests.size() - 1)));
                    }
                }
            }
        }
        return links;
    }
}
