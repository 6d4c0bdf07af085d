package io.kith.influence;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much a client matters to the clinic's network, and why.
 *
 * @param rated whether the latest run knew her; if not, everything of the run is zero
 * @param score 0 to 100, the sum of the components' points
 * @param rank 1 + how many have a greater score, null where she is not rated
 * @param percentile of the score among all clients of the run
 * @param circle number of her circle in the tie graph, null without one
 * @param asOf when the run read the graph, null before the first run
 * @param n how many clients the run held
 * @param place in the ranking asked for, null outside of one
 * @param value of the measure ranked by, in major units where that is money; null outside of a ranking
 */
public record Influence(
        String clientId,
        boolean rated,
        double score,
        @Nullable Integer rank,
        double percentile,
        List<InfluenceComponent> components,
        @Nullable Integer circle,
        InfluenceRule rule,
        @Nullable Instant asOf,
        int n,
        @Nullable Integer place,
        @Nullable Double value) {

    /** What is brought into a client's downstream value by one client she brought, and by all below that one. */
    public record Branch(String clientId, double value, double share) {}

    static Influence unrated(String clientId, InfluenceRule rule, @Nullable Standing standing) {
        var weights = standing == null
                ? InfluenceRun.weights(rule, true)
                : standing.run().weights();
        var components = Arrays.stream(InfluenceComponentName.values())
                .map(name -> new InfluenceComponent(name, 0, 0, weights.get(name.ordinal()), 0))
                .toList();
        return new Influence(
                clientId,
                false,
                0,
                null,
                0,
                components,
                null,
                rule,
                standing == null ? null : standing.run().asOf(),
                standing == null ? 0 : standing.size(),
                null,
                null);
    }

    static Influence of(String clientId, Standing standing, int row) {
        return new Influence(
                clientId,
                true,
                standing.score(row),
                standing.scores().place(row),
                standing.scores().percentile(row),
                standing.components(row),
                standing.circle(row) < 0 ? null : standing.circle(row),
                standing.run().rule(),
                standing.run().asOf(),
                standing.size(),
                null,
                null);
    }

    Influence at(int newPlace, double newValue) {
        return new Influence(
                clientId, rated, score, rank, percentile, components, circle, rule, asOf, n, newPlace, newValue);
    }
}
