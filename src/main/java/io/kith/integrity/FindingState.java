package io.kith.integrity;

/** Where the review of a finding stands. */
public enum FindingState {
    OPEN,
    /** The links are in order. */
    APPROVED,
    /** Nothing is to be paid for the links. */
    REJECTED,
    /** A family declared since explains it. */
    EXPLAINED
}
