package io.kith.graph;

/** The store has not answered for so long that nobody waits for another try. */
final class StoreSilent extends RuntimeException {

    StoreSilent() {}

    StoreSilent(RuntimeException last) {
        super(last);
    }
}
