package io.kith.tier;

import io.kith.graph.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One decision about everybody; complete, and never changed.
 *
 * @param number of the run among all complete ones: this, not the time, is their order
 * @param asOf when it began to read the graph
 * @param influenceAsOf when the influence in it was reckoned, null without any
 * @param leftOut how many do not want to be ranked
 * @param moved how many got another tier than before, newcomers not counted
 * @param hash over the rule, the times and every decision in order
 * @param tierClients how many got each tier, by ordinal
 * @param tierRevenues what each tier holds in minor units, by ordinal
 * @param tierPotentials how many of each tier are flagged, by ordinal
 */
public record TierRun(
        String id,
        int number,
        Instant asOf,
        Instant endedAt,
        @Nullable Instant influenceAsOf,
        TierRule rule,
        int clients,
        int leftOut,
        int moved,
        String hash,
        List<Integer> tierClients,
        List<Long> tierRevenues,
        List<Integer> tierPotentials,
        List<LorenzPoint> lorenz,
        double gini) {

    static TierRun of(Row row, TierRule rule) {
        return new TierRun(
                row.text("id"),
                row.count("number"),
                row.instant("asOf"),
                row.instant("endedAt"),
                row.instantOrNull("influenceAsOf"),
                rule,
                row.count("clients"),
                row.count("leftOut"),
                row.count("moved"),
                row.text("hash"),
                row.counts("tierClients"),
                row.numbers("tierRevenues"),
                row.counts("tierPotentials"),
                points(row.reals("lorenzClients"), row.reals("lorenzValues")),
                row.real("gini"));
    }

    /** What is written of it when it is complete. */
    Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        properties.put("number", number);
        properties.put("endedAt", endedAt.atOffset(ZoneOffset.UTC));
        properties.put("clients", clients);
        properties.put("leftOut", leftOut);
        properties.put("moved", moved);
        properties.put("hash", hash);
        properties.put("tierClients", tierClients);
        properties.put("tierRevenues", tierRevenues);
        properties.put("tierPotentials", tierPotentials);
        properties.put(
                "lorenzClients", lorenz.stream().map(LorenzPoint::clients).toList());
        properties.put("lorenzValues", lorenz.stream().map(LorenzPoint::value).toList());
        properties.put("gini", gini);
        return properties;
    }

    /** Every tier and what it really holds, VIP first. */
    public List<TierShare> distribution() {
        return Arrays.stream(Tier.values())
                .map(tier -> new TierShare(
                        this,
                        tier,
                        tierClients.get(tier.ordinal()),
                        tierRevenues.get(tier.ordinal()),
                        tierPotentials.get(tier.ordinal())))
                .toList();
    }

    /** Of all its clients, in minor units. */
    long netRevenue() {
        return tierRevenues.stream().mapToLong(Long::longValue).sum();
    }

    private static List<LorenzPoint> points(List<Double> clients, List<Double> values) {
        var points = new ArrayList<LorenzPoint>();
        for (var place = 0; place < clients.size(); place++) {
            points.add(new LorenzPoint(clients.get(place), values.get(place)));
        }
        return List.copyOf(points);
    }
}
