package io.kith;

import io.kith.graph.StoreFailed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Ends the process with status 3 and one sentence once the embedded store has failed for good, so that whoever watches over it
 * starts it again. At once: a store that has failed cannot be closed in good order, and what it acknowledged is on the disk.
 */
@Component
class StoreEnd {

    private static final int STORE_FAILED = 3;

    @EventListener
    void end(StoreFailed failed) {
        System.err.println("Kith stops: " + failed.sentence());
        System.err.flush();
        Runtime.getRuntime().halt(STORE_FAILED);
    }
}
