package io.kith.tier;

import io.kith.access.Subject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a client has her tier, and what would lift her; measured against the next run, everything else unchanged. */
public record TierExplanation(TierDecision decision, List<CutOff> cutOffs, List<Reason> criteria) implements Subject {

    /**
     * Where a tier begins, in percentiles of the score.
     *
     * @param toEnter what who had another tier below needs
     * @param toKeep what who has it needs
     * @param score the lowest at or above the cut, null where nobody reaches it
     */
    public record CutOff(
            Tier tier,
            double percentile,
            double toEnter,
            double toKeep,
            @Nullable Double score) {}

    /** A criterion: what it brought her, and the smallest change of it alone that would lift her. */
    public record Reason(
            TierCriterion name,
            double raw,
            String unit,
            List<TierCriterionScore.Part> parts,
            double percentile,
            double weight,
            double points,
            @Nullable Lift lift) {

        static Reason of(TierCriterionScore score, @Nullable Lift lift) {
            return new Reason(
                    score.name(),
                    score.raw(),
                    score.unit(),
                    score.parts(),
                    score.percentile(),
                    score.weight(),
                    score.points(),
                    lift);
        }
    }

    /** The smallest change that would lift her: one step less would not. */
    public record Lift(Tier to, double change, double step, double raw, double percentile, double score) {}

    @Override
    public String clientId() {
        return decision.clientId();
    }

    public Tier tier() {
        return decision.tier();
    }

    public double score() {
        return decision.score();
    }

    public double percentile() {
        return decision.percentile();
    }

    /** The tier above, null for a VIP. */
    public @Nullable Tier next() {
        return decision.tier().above();
    }

    public TierRule rule() {
        return decision.rule();
    }

    public Instant asOf() {
        return decision.asOf();
    }

    public int n() {
        return decision.run().clients();
    }
}
