package io.kith.integrity;

/** How much a finding weighs; payouts wait for a HIGH one. */
public enum FindingSeverity {
    LOW,
    MEDIUM,
    HIGH
}
