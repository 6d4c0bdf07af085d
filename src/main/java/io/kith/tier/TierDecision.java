package io.kith.tier;

import io.kith.access.Subject;
import io.kith.graph.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one run decided about one client.
 *
 * @param previous what she had before it, null where she had none
 * @param held whether hysteresis kept her where her percentile alone would not
 * @param points the score in whole numbers, as it was compared
 * @param below how many have a smaller score
 * @param rank 1 + how many have a greater one
 * @param since the number of the run since which she has the tier
 */
public record TierDecision(
        TierRun run,
        String clientId,
        Tier tier,
        @Nullable Tier previous,
        boolean potential,
        boolean held,
        long points,
        int below,
        int rank,
        int since,
        String inputsHash)
        implements Subject {

    static TierDecision of(Row row, TierRun run) {
        return new TierDecision(
                run,
                row.text("clientId"),
                Tier.valueOf(row.text("tier")),
                before(row.text("previous")),
                row.flag("potential"),
                row.flag("held"),
                row.number("score"),
                row.count("below"),
                row.count("rank"),
                row.count("since"),
                row.text("inputsHash"));
    }

    /** The tier a name of the store means; the empty one means none. */
    static @Nullable Tier before(String name) {
        return name.isEmpty() ? null : Tier.valueOf(name);
    }

    public String id() {
        return run.number() + "-" + clientId;
    }

    public double score() {
        return Placement.shown(points, run.clients());
    }

    public double percentile() {
        return Ranks.percentile(below, run.clients());
    }

    public TierRule rule() {
        return run.rule();
    }

    public Instant asOf() {
        return run.asOf();
    }

    public @Nullable Instant influenceAsOf() {
        return run.influenceAsOf();
    }
}
