package io.kith.tier;

/** One figure a run reads of every client; all are whole numbers, and kept with the run. */
enum Input {
    TENURE_DAYS("tenureDays"),
    /** In minor units. */
    NET_SPEND("netSpend"),
    PAID_VISITS("paidVisits"),
    /** Within the rule's period. */
    PERIOD_VISITS("periodVisits"),
    /** Within 90 days, whatever the rule's period. */
    QUARTER_VISITS("quarterVisits"),
    TREATMENTS("treatments"),
    REFERRED("referred"),
    CONVERTED("converted"),
    ATTENDED("attended"),
    CONTRIBUTED("contributed"),
    FEEDBACK_TO_CLINIC("feedbackToClinic"),
    FEEDBACK_ELSEWHERE("feedbackElsewhere"),
    /** In minor units. */
    OWES("owes"),
    /** The influence score in millionths. */
    INFLUENCE("influence"),
    /** In minor units; may be negative. */
    GROWTH("growth"),
    /** Days since the last paid visit; -1 without one. */
    RECENCY_DAYS("recencyDays");

    private final String property;

    Input(String property) {
        this.property = property;
    }

    /** What the store calls it. */
    String property() {
        return property;
    }
}
