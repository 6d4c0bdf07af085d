package io.kith.tier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a proposed version of the rule changes; what is not given stays as in the version in force. */
public record NewTierRule(
        TierRule.@Nullable Weights weights,
        TierRule.@Nullable Shares shares,
        @Nullable Integer minimumClients,
        @Nullable Double hysteresis,
        @Nullable Integer periodDays,
        @Nullable Integer growthDays,
        @Nullable Integer convertedBonus,
        @Nullable Integer contributionBonus,
        @Nullable Integer feedbackElsewhere,
        @Nullable Double potentialFrom,
        @Nullable String note) {

    TierRule over(TierRule current) {
        return new TierRule(
                0,
                or(weights, current.weights()),
                or(shares, current.shares()),
                or(minimumClients, current.minimumClients()),
                or(hysteresis, current.hysteresis()),
                or(periodDays, current.periodDays()),
                or(growthDays, current.growthDays()),
                or(convertedBonus, current.convertedBonus()),
                or(contributionBonus, current.contributionBonus()),
                or(feedbackElsewhere, current.feedbackElsewhere()),
                or(potentialFrom, current.potentialFrom()),
                note,
                "",
                Instant.EPOCH,
                null,
                null);
    }

    private static <T> T or(@Nullable T given, T current) {
        return given == null ? current : given;
    }
}
