package io.kith.graph;

/** Whose request this is, so that idempotency keys of two callers never meet. */
@FunctionalInterface
public interface Caller {

    /** A name that is the same for every request of one account. */
    String name();
}
