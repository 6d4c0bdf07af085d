package io.kith.tier;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What a rule makes of a run's inputs: everybody's score and tier. Made of whole numbers alone, so that it comes out the
 * same wherever and whenever it is made again.
 *
 * <p>Score = Σ weight in ten-thousandths × clients with a smaller value; divided by 100 (n − 1) it goes from 0 to 100.
 */
final class Placement {

    private final TierRule rule;
    private final long[] scores;
    private final Ranks ranks;
    private final Tier[] tiers;
    private final BitSet held = new BitSet();
    private final BitSet potential = new BitSet();

    private Placement(TierRule rule, long[] scores, int[] forecasts, @Nullable Tier[] before) {
        this.rule = rule;
        this.scores = scores;
        ranks = Ranks.of(scores);
        tiers = new Tier[scores.length];
        for (var row = 0; row < tiers.length; row++) {
            tiers[row] = rule.tier(ranks.below(row), tiers.length, before[row]);
            held.set(row, tiers[row] != rule.tier(ranks.below(row), tiers.length, null));
            potential.set(row, rule.isPotential(tiers[row], forecasts[row], tiers.length));
        }
    }

    /** @param before what each row's client has, null for a newcomer */
    static Placement of(Inputs inputs, TierRule rule, @Nullable Tier[] before) {
        var scores = new long[inputs.size()];
        var forecasts = new long[inputs.size()];
        for (var criterion : TierCriterion.values()) {
            var forecast = criterion == TierCriterion.INFLUENCE || criterion == TierCriterion.PROSPECTS;
            var weight = rule.weight(criterion);
            if (weight == 0 && !forecast) {
                continue;
            }
            var below = Ranks.of(criterion.raw(inputs, rule)).below();
            for (var row = 0; row < below.length; row++) {
                scores[row] += (long) weight * below[row];
                forecasts[row] += forecast ? below[row] : 0;
            }
        }
        return new Placement(rule, scores, Ranks.of(forecasts).below(), before);
    }

    int size() {
        return tiers.length;
    }

    Tier tier(int row) {
        return tiers[row];
    }

    long score(int row) {
        return scores[row];
    }

    /** How many have a smaller score. */
    int below(int row) {
        return ranks.below(row);
    }

    /** 1 + how many have a greater score. */
    int place(int row) {
        return ranks.place(scores[row]);
    }

    boolean isPotential(int row) {
        return potential.get(row);
    }

    /** Whether hysteresis kept her where her percentile alone would not. */
    boolean isHeld(int row) {
        return held.get(row);
    }

    /** The lowest score at or above the cut of a tier; null where nobody reaches it. */
    @Nullable
    Long lowest(Tier tier) {
        Long lowest = null;
        for (var row = 0; row < scores.length; row++) {
            if (TierRule.reaches(ranks.below(row), scores.length, rule.cut(tier))
                    && (lowest == null || scores[row] < lowest)) {
                lowest = scores[row];
            }
        }
        return lowest;
    }

    /** A score as it is shown, from 0 to 100. */
    static double shown(long score, int count) {
        return count < 2 ? 0 : 100.0 * score / ((double) TierRule.WHOLE * (count - 1));
    }
}
