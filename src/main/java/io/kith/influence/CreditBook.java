package io.kith.influence;

/** A way to tell whose doing revenue is. */
public enum CreditBook {
    DIRECT,
    CHAIN,
    DOWNSTREAM
}
