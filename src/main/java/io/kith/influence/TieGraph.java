package io.kith.influence;

import io.kith.graph.Graph;
import io.kith.referral.Forest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The graph of referrals, personal ties and shared activities, ranked and parted into circles by Neo4j's Graph Data
 * Science. A friend's link points at who brought her, so rank flows to those who bring others.
 */
@Component
class TieGraph {

    /** @param pageRanks and circles by number of the forest; a client who came meanwhile has neither */
    record Figures(double[] pageRanks, int[] circles) {}

    private final Graph graph;

    TieGraph(Graph graph) {
        this.graph = graph;
    }

    /** Whether the store can do this at all. */
    boolean isThere() {
        return graph.one("influence/has-data-science", Map.of(), row -> row.flag("present"))
                .orElse(false);
    }

    /** Projects the graph under a name; the number of links it has. GDS refuses one without any, so that is not asked for. */
    long project(String name, InfluenceRule.Ties ties) {
        drop(name);
        var parameters = new HashMap<String, Object>();
        parameters.put("referred", ties.referred());
        parameters.put("tied", ties.tied());
        parameters.put("attended", ties.attended());
        parameters.put("largestActivity", ties.largestActivity());
        if (!graph.one("influence/has-ties", parameters, row -> row.flag("tied"))
                .orElse(false)) {
            return 0;
        }
        parameters.put("name", name);
        return graph.one("influence/project-ties", parameters, row -> row.number("links"))
                .orElse(0L);
    }

    void drop(String name) {
        graph.list("influence/drop-ties", Map.of("name", name), row -> row.text("name"));
    }

    /** Weighted PageRank as GDS defines it: (1 − d) + d · Σ of what the neighbours pass on, not shared out to n. */
    double[] pageRanks(String name, double damping, Forest forest) {
        var ranks = new double[forest.size()];
        graph.each("influence/page-rank", Map.of("name", name, "damping", damping), row -> {
            var number = forest.indexOf(row.text("clientId"));
            if (number >= 0) {
                ranks[number] = row.real("score");
            }
        });
        return ranks;
    }

    /** Circles, numbered from 0 by their first member. */
    int[] circles(String name, Forest forest) {
        var found = new long[forest.size()];
        Arrays.fill(found, -1);
        graph.each("influence/circles", Map.of("name", name), row -> {
            var number = forest.indexOf(row.text("clientId"));
            if (number >= 0) {
                found[number] = row.number("circle");
            }
        });
        return numbered(found);
    }

    /** What a graph without any link comes to: nobody passes anything on, everybody is her own circle. */
    static Figures unlinked(Forest forest, double damping) {
        var ranks = new double[forest.size()];
        Arrays.fill(ranks, 1 - damping);
        var circles = new int[forest.size()];
        Arrays.setAll(circles, number -> number);
        return new Figures(ranks, circles);
    }

    private static int[] numbered(long[] found) {
        var names = new HashMap<Long, Integer>();
        var circles = new int[found.length];
        for (var number = 0; number < found.length; number++) {
            circles[number] = found[number] < 0 ? -1 : names.computeIfAbsent(found[number], circle -> names.size());
        }
        return circles;
    }
}
