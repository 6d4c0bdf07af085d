package io.kith.influence;

/** What the influence score is made of. */
public enum InfluenceComponentName {
    DOWNSTREAM_VALUE,
    CONVERTED_REFERRALS,
    CONVERSION,
    PAGE_RANK
}
