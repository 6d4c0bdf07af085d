package io.kith.touchpoint;

/** Where on a client's way a contact stands: before, during or after her treatment. */
public enum Stage {
    BEFORE,
    DURING,
    AFTER
}
