package io.kith.graph;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Whether the store answers. Once it has let somebody wait for seconds in vain, or lets many wait for seconds and answers none of
 * them, one caller a second is let through to see whether it does again, and the others are told at once: those who wait hold
 * threads and connections that all would soon be out of, and a store that has just started would be met by all of them.
 */
final class Silence {

    private static final long LONG = TimeUnit.SECONDS.toNanos(3);
    private static final long BETWEEN_TRIES = TimeUnit.SECONDS.toNanos(1);
    private static final long ANSWERS = 0;
    private static final int MANY = 16;

    private final LongSupplier nanos;

    /** When the next may try, in the time of {@code nanos}. */
    private final AtomicLong nextTry = new AtomicLong(ANSWERS);

    private final AtomicInteger waiting = new AtomicInteger();

    private volatile long answeredAt;

    /** When so many began to wait. */
    private volatile long manySince;

    /** @param nanos time that only ever goes on */
    Silence(LongSupplier nanos) {
        this.nanos = nanos;
        this.answeredAt = nanos.getAsLong();
        this.manySince = answeredAt;
    }

    /** @throws StoreSilent at once while the store is known to be silent */
    <T> T unlessSilent(Supplier<T> asking) {
        var began = nanos.getAsLong();
        enter(began);
        if (waiting.incrementAndGet() == MANY) {
            manySince = began;
        }
        try {
            var answer = asking.get();
            answeredAt = nanos.getAsLong();
            nextTry.lazySet(ANSWERS);
            return answer;
        } catch (RuntimeException failed) {
            if (isSilenceSince(began) && StoreFaults.isLostConnection(failed)) {
                nextTry.set(after(nanos.getAsLong()));
            }
            throw failed;
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** Whether somebody has waited for long, and nobody who was answered meanwhile knows better. */
    private boolean isSilenceSince(long began) {
        return nanos.getAsLong() - began > LONG && answeredAt - began < 0;
    }

    private boolean areManyInVain(long now) {
        return waiting.get() >= MANY && now - manySince > LONG && now - answeredAt > LONG;
    }

    private void enter(long now) {
        if (areManyInVain(now)) {
            nextTry.compareAndSet(ANSWERS, after(now));
        }
        var next = nextTry.get();
        if (next != ANSWERS && (now - next < 0 || !nextTry.compareAndSet(next, after(now)))) {
            throw new StoreSilent();
        }
    }

    private static long after(long now) {
        return now + BETWEEN_TRIES | 1;
    }
}
