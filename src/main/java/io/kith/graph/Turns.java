package io.kith.graph;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How many transactions write at a time, in the order of asking.
 *
 * <p>In the store, commits wait for the one before them by looking again and again, and so do questions that are to see them:
 * thirty at once leave two processors little time to end any. Whoever has waited for long goes ahead: what holds the turns may
 * be large, or hang.
 */
final class Turns {

    private final Semaphore free;
    private final Duration patience;

    /**
     * @param most how many may have a turn at a time
     * @param patience how long to wait for one before going ahead without
     */
    Turns(int most, Duration patience) {
        this.free = new Semaphore(most, true);
        this.patience = patience;
    }

    <T> T inTurn(Supplier<T> work) {
        var hasTurn = isAcquired(free, patience);
        try {
            return work.get();
        } finally {
            if (hasTurn) {
                free.release();
            }
        }
    }

    /** Whether there was one to be had in time, and nobody interrupted the wait for it. */
    static boolean isAcquired(Semaphore free, Duration patience) {
        try {
            return free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
