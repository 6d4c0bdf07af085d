package io.kith.tier;

import java.util.List;
import java.util.Map;

/** What a tier is decided by: eight criteria, and three more that weigh nothing unless a rule says so. */
public enum TierCriterion {
    TENURE,
    NET_SPEND,
    PAID_VISITS,
    FREQUENCY,
    TREATMENTS,
    REFERRALS,
    ACTIVITIES,
    FEEDBACK,
    CREDIT,
    INFLUENCE,
    PROSPECTS;

    private static final Map<TierCriterion, List<Input>> PARTS = Map.of(
            REFERRALS, List.of(Input.REFERRED, Input.CONVERTED),
            ACTIVITIES, List.of(Input.ATTENDED, Input.CONTRIBUTED),
            FEEDBACK, List.of(Input.FEEDBACK_TO_CLINIC, Input.FEEDBACK_ELSEWHERE));

    /** The value that percentiles go by: more is better. */
    long raw(Inputs inputs, TierRule rule, int row) {
        return switch (this) {
            case TENURE -> inputs.get(Input.TENURE_DAYS, row);
            case NET_SPEND -> inputs.get(Input.NET_SPEND, row);
            case PAID_VISITS -> inputs.get(Input.PAID_VISITS, row);
            case FREQUENCY -> inputs.get(Input.PERIOD_VISITS, row);
            case TREATMENTS -> inputs.get(Input.TREATMENTS, row);
            case REFERRALS ->
                inputs.get(Input.REFERRED, row) + rule.convertedBonus() * inputs.get(Input.CONVERTED, row);
            case ACTIVITIES ->
                inputs.get(Input.ATTENDED, row) + rule.contributionBonus() * inputs.get(Input.CONTRIBUTED, row);
            case FEEDBACK ->
                inputs.get(Input.FEEDBACK_TO_CLINIC, row)
                        + rule.feedbackElsewhere() * inputs.get(Input.FEEDBACK_ELSEWHERE, row);
            case CREDIT -> -inputs.get(Input.OWES, row);
            case INFLUENCE -> inputs.get(Input.INFLUENCE, row);
            case PROSPECTS -> inputs.get(Input.GROWTH, row);
        };
    }

    long[] raw(Inputs inputs, TierRule rule) {
        var values = new long[inputs.size()];
        for (var row = 0; row < values.length; row++) {
            values[row] = raw(inputs, rule, row);
        }
        return values;
    }

    /** The figures the value is made of, where they are several. */
    List<Input> parts() {
        return PARTS.getOrDefault(this, List.of());
    }

    /** The greatest value anybody can have. */
    long most() {
        return switch (this) {
            case CREDIT -> 0;
            case INFLUENCE -> 100 * INFLUENCE.scale();
            default -> Long.MAX_VALUE / 4;
        };
    }

    boolean isMoney() {
        return this == NET_SPEND || this == CREDIT || this == PROSPECTS;
    }

    /** How many of its whole numbers make one; money has the currency's own. */
    long scale() {
        return this == INFLUENCE ? 1_000_000 : 1;
    }

    String unit(TierRule rule, String currency) {
        return switch (this) {
            case TENURE -> "days";
            case NET_SPEND, CREDIT, PROSPECTS -> currency;
            case PAID_VISITS -> "visits";
            case FREQUENCY -> "visits in %d days".formatted(rule.periodDays());
            case TREATMENTS -> "treatments";
            case REFERRALS -> "referrals, %d more for each who converted".formatted(rule.convertedBonus());
            case ACTIVITIES -> "activities, %d more for each contribution".formatted(rule.contributionBonus());
            case FEEDBACK -> "pieces of feedback to the clinic, %d elsewhere".formatted(rule.feedbackElsewhere());
            case INFLUENCE -> "points of 100";
        };
    }
}
