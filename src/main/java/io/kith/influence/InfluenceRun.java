package io.kith.influence;

import io.kith.graph.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * One reckoning of everybody's influence.
 *
 * @param asOf when what it was made from was read
 * @param weights what each component weighed, by ordinal: the rule's, shared anew where the tie graph was missing
 * @param tieGraph whether the store could rank the tie graph; without Graph Data Science it cannot
 */
public record InfluenceRun(
        String id, Instant asOf, InfluenceRule rule, int clients, List<Double> weights, boolean tieGraph) {

    static InfluenceRun of(Row row, InfluenceRule rule) {
        return new InfluenceRun(
                row.text("id"),
                row.instant("asOf"),
                rule,
                row.count("clients"),
                row.reals("weights"),
                row.flag("tieGraph"));
    }

    double weight(InfluenceComponentName component) {
        return weights.get(component.ordinal());
    }

    /** What this run could not tell, so that its weight went to the others. */
    public List<InfluenceComponentName> missing() {
        return tieGraph ? List.of() : List.of(InfluenceComponentName.PAGE_RANK);
    }

    /** The weights of a rule; without the tie graph its weight goes to the others in proportion. */
    static List<Double> weights(InfluenceRule rule, boolean tieGraph) {
        var share = tieGraph ? 1 : 1 - rule.weights().pageRank();
        return Arrays.stream(InfluenceComponentName.values())
                .map(name -> !tieGraph && name == InfluenceComponentName.PAGE_RANK || share == 0
                        ? 0
                        : rule.weights().of(name) / share)
                .toList();
    }
}
