package io.kith.care;

import org.jspecify.annotations.Nullable;

/**
 * A net promoter score: the share of promoters (9, 10) less that of detractors (0 to 6), in points from −100 to 100.
 *
 * @param group what the answers have in common, null for those without
 * @param promotersWhoRefer those of the promoters who ever made a referral
 */
public record PromoterScore(
        @Nullable String group, int n, int promoters, int passives, int detractors, int promotersWhoRefer) {

    /** z for 95 %. */
    private static final double Z = 1.959964;

    PromoterScore plus(int score, boolean refers) {
        return new PromoterScore(
                group,
                n + 1,
                promoters + (score >= 9 ? 1 : 0),
                passives + (score == 7 || score == 8 ? 1 : 0),
                detractors + (score <= 6 ? 1 : 0),
                promotersWhoRefer + (score >= 9 && refers ? 1 : 0));
    }

    /** Null without an answer. */
    public @Nullable Double score() {
        return n == 0 ? null : Double.valueOf(100.0 * (promoters - detractors) / n);
    }

    /** Half the width of the 95 % interval, in points: z·√((p + d − (p − d)²)/n); null without an answer. */
    public @Nullable Double margin() {
        if (n == 0) {
            return null;
        }
        var promoting = (double) promoters / n;
        var detracting = (double) detractors / n;
        var variance = promoting + detracting - (promoting - detracting) * (promoting - detracting);
        return Double.valueOf(100 * Z * Math.sqrt(variance / n));
    }

    public int promotersWhoDoNot() {
        return promoters - promotersWhoRefer;
    }
}
