package io.kith.influence;

import io.kith.referral.Forest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Where everybody stood when a run read the graph: immutable, about 130 bytes a client in the heap.
 *
 * <p>Rows are the run's clients in its order; a client who came later has none.
 */
final class Standing {

    private final InfluenceRun run;
    private final Forest forest;
    private final int[] numbers;
    private final int[] rows;
    private final Ranking[] components;
    private final Ranking scores;
    private final int[] circles;

    /**
     * @param numbers of each row's client in the forest, -1 for one who is gone
     * @param raw by component, then row
     */
    Standing(InfluenceRun run, Forest forest, int[] numbers, double[][] raw, int[] circles) {
        this.run = run;
        this.forest = forest;
        this.numbers = numbers;
        this.circles = circles;
        rows = new int[forest.size()];
        Arrays.fill(rows, -1);
        for (var row = 0; row < numbers.length; row++) {
            if (numbers[row] >= 0) {
                rows[numbers[row]] = row;
            }
        }
        components = new Ranking[raw.length];
        var points = new double[numbers.length];
        for (var name : InfluenceComponentName.values()) {
            var ranking = Ranking.of(raw[name.ordinal()]);
            components[name.ordinal()] = ranking;
            for (var row = 0; row < points.length; row++) {
                points[row] += run.weight(name) * ranking.percentile(row);
            }
        }
        scores = Ranking.of(points);
    }

    /** The raw components of a forest under a rule. */
    static double[][] raw(Forest forest, InfluenceRule rule, double[] pageRanks) {
        var raw = new double[InfluenceComponentName.values().length][];
        raw[InfluenceComponentName.DOWNSTREAM_VALUE.ordinal()] =
                Measures.downstream(forest, rule.gamma(), Measures.netRevenues(forest));
        raw[InfluenceComponentName.CONVERTED_REFERRALS.ordinal()] = Measures.convertedReferrals(forest);
        raw[InfluenceComponentName.CONVERSION.ordinal()] = Measures.conversion(forest, rule.z());
        raw[InfluenceComponentName.PAGE_RANK.ordinal()] = pageRanks;
        return raw;
    }

    InfluenceRun run() {
        return run;
    }

    Forest forest() {
        return forest;
    }

    int size() {
        return numbers.length;
    }

    /** The row of a client; empty for one who came after the run. */
    OptionalInt row(String clientId) {
        var number = forest.indexOf(clientId);
        return number < 0 || rows[number] < 0 ? OptionalInt.empty() : OptionalInt.of(rows[number]);
    }

    /** The client of a row, as the forest knows her; only for rows that are not gone. */
    String id(int row) {
        return forest.id(numbers[row]);
    }

    boolean isGone(int row) {
        return numbers[row] < 0;
    }

    Ranking scores() {
        return scores;
    }

    Ranking component(InfluenceComponentName name) {
        return components[name.ordinal()];
    }

    double score(int row) {
        return scores.value(row);
    }

    /** The circle of a row's client, -1 where the run had no tie graph. */
    int circle(int row) {
        return circles[row];
    }

    /** What a row's score is made of; the points add up to it. */
    List<InfluenceComponent> components(int row) {
        var all = new ArrayList<InfluenceComponent>();
        for (var name : InfluenceComponentName.values()) {
            var ranking = component(name);
            var percentile = ranking.percentile(row);
            var weight = run.weight(name);
            all.add(new InfluenceComponent(name, ranking.value(row), percentile, weight, weight * percentile));
        }
        return all;
    }
}
