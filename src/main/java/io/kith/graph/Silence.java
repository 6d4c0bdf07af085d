package io.kith.graph;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Whether the store answers, and how many may ask it at a time.
 *
 * <p>Everybody may, until a connection is lost. Then one may, and each answer makes room for one more: a store that has just
 * started works its first answers out slowly, and all who had waited would come upon it at once. The others wait a little for
 * room. Once the store has let somebody wait for seconds in vain, or lets many wait for seconds and answers none of them, one
 * caller a second is let through to see whether it does again, and the others are told at once: those who wait hold threads
 * and connections that all would soon be out of.
 */
final class Silence {

    private static final long LONG = TimeUnit.SECONDS.toNanos(3);
    private static final long BETWEEN_TRIES = TimeUnit.SECONDS.toNanos(1);
    private static final long ANSWERS = 0;
    private static final int MANY = 16;
    private static final int ROOM_FOR_ALL = 64;
    private static final int EVERYBODY = Integer.MAX_VALUE;

    private final LongSupplier nanos;
    private final Duration patience;
    private final AtomicInteger asking = new AtomicInteger();
    private final Object room = new Object();

    /** How many may ask at a time; changed, and waited for, under {@link #room}. */
    private volatile int places = EVERYBODY;

    /** When the next may try, in the time of {@code nanos}, while the store is silent; under {@link #room}. */
    private volatile long nextTry = ANSWERS;

    private volatile long answeredAt;

    /** When so many began to ask. */
    private volatile long manySince;

    /**
     * @param nanos time that only ever goes on
     * @param patience how long to wait for room
     */
    Silence(LongSupplier nanos, Duration patience) {
        this.nanos = nanos;
        this.patience = patience;
        this.answeredAt = nanos.getAsLong();
        this.manySince = answeredAt;
    }

    /** @throws StoreSilent while the store is known to be silent, at once, or where there was no room in time */
    <T> T unlessSilent(Supplier<T> question) {
        enter();
        var began = nanos.getAsLong();
        try {
            var answer = question.get();
            answered();
            return answer;
        } catch (RuntimeException failed) {
            if (StoreFaults.isLostConnection(failed)) {
                lost(began);
            } else if (!(failed instanceof StoreSilent)) {
                makeRoom();
            }
            throw failed;
        } finally {
            leave();
        }
    }

    private void enter() {
        var now = nanos.getAsLong();
        if (places == EVERYBODY && !areManyInVain(now)) {
            begin(now);
            return;
        }
        synchronized (room) {
            if (nextTry == ANSWERS && areManyInVain(now)) {
                silentFrom(now);
            } else if (nextTry == ANSWERS) {
                waitForPlace();
            } else if (now - nextTry < 0) {
                throw new StoreSilent();
            } else {
                silentFrom(now);
            }
            begin(now);
        }
    }

    private void begin(long now) {
        if (asking.incrementAndGet() == MANY) {
            manySince = now;
        }
    }

    private void waitForPlace() {
        var until = System.nanoTime() + patience.toNanos();
        while (asking.get() >= places) {
            var left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) {
                throw new StoreSilent();
            }
            pause(left);
        }
    }

    private void pause(long millis) {
        try {
            room.wait(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreSilent();
        }
    }

    private void leave() {
        asking.decrementAndGet();
        if (places != EVERYBODY) {
            synchronized (room) {
                room.notifyAll();
            }
        }
    }

    private void answered() {
        answeredAt = nanos.getAsLong();
        makeRoom();
    }

    private void makeRoom() {
        if (places == EVERYBODY) {
            return;
        }
        synchronized (room) {
            nextTry = ANSWERS;
            places = places < ROOM_FOR_ALL ? places + 1 : EVERYBODY;
            room.notifyAll();
        }
    }

    private void lost(long began) {
        synchronized (room) {
            places = 1;
            if (isSilenceSince(began)) {
                silentFrom(nanos.getAsLong());
            }
        }
    }

    /** Nobody but one a second from now on. */
    private void silentFrom(long now) {
        places = 1;
        nextTry = now + BETWEEN_TRIES | 1;
    }

    /** Whether somebody has waited for long, and nobody who was answered meanwhile knows better. */
    private boolean isSilenceSince(long began) {
        return nanos.getAsLong() - began > LONG && answeredAt - began < 0;
    }

    private boolean areManyInVain(long now) {
        return asking.get() >= MANY && now - manySince > LONG && now - answeredAt > LONG;
    }
}
