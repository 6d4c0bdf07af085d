package io.kith.graph;

/** The store is not asked: it has not answered for so long that nobody waits for another try, or the caller was interrupted. */
final class StoreSilent extends RuntimeException {

    StoreSilent() {}

    StoreSilent(RuntimeException last) {
        super(last);
    }
}
