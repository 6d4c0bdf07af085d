package io.kith.plan;

import io.kith.influence.Parameter;
import io.kith.reward.RewardKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Offers within a budget, what they are expected to cost and to be worth, and what they rest on; money in minor units. */
record RewardPlan(
        String pack,
        int packVersion,
        Choice.Method method,
        long budget,
        long expectedCost,
        long expectedValue,
        long bound,
        double gap,
        List<Line> lines,
        List<Refused> refused,
        List<Parameter> assumptions,
        int n,
        Instant asOf) {

    static final String WORDING =
            "Expected under the stated assumptions; nobody has been offered this yet, so nothing here is an observed effect.";

    /**
     * One candidate's offer.
     *
     * @param basisPoints the rate in hundredths of a percent, null for a fixed amount
     * @param perFriend both sides together
     */
    record Line(
            String clientId,
            RewardKind kind,
            @Nullable Integer basisPoints,
            long perFriend,
            double friendsAnyway,
            double friends,
            long expectedCost,
            long expectedValue,
            List<String> checks) {}

    /** A candidate who is left no offer. */
    record Refused(String clientId, String reason) {}
}
