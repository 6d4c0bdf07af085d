package io.kith.plan;

import io.kith.edge.InvalidInput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan is asked for, and the assumptions that are the asker's to choose.
 *
 * @param budget in minor units
 * @param months how far ahead
 * @param candidateIds null for those who brought most in the last year
 * @param maxLift the most that offers add to a candidate's friends, as a share
 * @param halfway the reward a friend, as a share of her expected spend, at which 63 % of that is reached
 * @param margin as a share of net revenue
 */
record PlanTerms(
        long budget, int months, @Nullable List<String> candidateIds, double maxLift, double halfway, double margin) {

    private static final int MOST_MONTHS = 24;
    private static final int MOST_CANDIDATES = 500;

    PlanTerms {
        if (months < 1 || months > MOST_MONTHS) {
            throw new InvalidInput("months is %d; it must lie between 1 and %d.".formatted(months, MOST_MONTHS));
        }
        if (candidateIds != null && candidateIds.size() > MOST_CANDIDATES) {
            throw new InvalidInput(
                    "candidateIds names %d; at most %d are looked at.".formatted(candidateIds.size(), MOST_CANDIDATES));
        }
        check("maxLift", maxLift, 5);
        check("halfway", halfway, 1);
        check("margin", margin, 1);
    }

    private static void check(String name, double value, double most) {
        if (!(value > 0 && value <= most)) {
            throw new InvalidInput("%s is %s; it must be above 0 and at most %s.".formatted(name, value, most));
        }
    }
}
