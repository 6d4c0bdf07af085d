package io.kith.graph;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the store answers, and how many may ask it at a time.
 *
 * <p>Everybody may, until a connection is lost. Then one may, and quick answers make room for a few and the seconds for all: a store
 * that has just started works its first answers out slowly, and many commits that wait for a slow one, and many questions that
 * wait for those commits, leave it no processor to end any. The others wait for their turn.
 * Once the store has let somebody wait for seconds in vain, or lets many wait for seconds and answers none of them, one
 * caller a second is let through to see whether it does again, and the others are told at once: those who wait hold threads
 * and connections that all would soon be out of.
 */
final class Silence {

    private static final long LONG = TimeUnit.SECONDS.toNanos(3);
    private static final long QUICK = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long BETWEEN_TRIES = TimeUnit.SECONDS.toNanos(1);
    private static final long ANSWERS = 0;
    private static final int MANY = 16;
    private static final int FEW = 8;
    private static final int ROOM_FOR_ALL = 16;
    private static final int MOST_WAITING = 128;

    private final LongSupplier nanos;
    private final Duration patience;
    private final AtomicInteger asking = new AtomicInteger();

    /** Null while there is room for everybody; changed under this. */
    private volatile @Nullable Room room;

    /** When the next may try, in the time of {@code nanos}, while the store is silent; changed under this. */
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
        var entered = enter();
        var began = nanos.getAsLong();
        if (asking.incrementAndGet() == MANY) {
            manySince = began;
        }
        try {
            var answer = question.get();
            answeredAt = nanos.getAsLong();
            makeRoom(began);
            return answer;
        } catch (RuntimeException failed) {
            if (StoreFaults.isLostConnection(failed)) {
                lost(began);
            } else if (!(failed instanceof StoreSilent)) {
                makeRoom(began);
            }
            throw failed;
        } finally {
            asking.decrementAndGet();
            if (entered != null) {
                entered.release();
            }
        }
    }

    private @Nullable Room enter() {
        var now = nanos.getAsLong();
        if (nextTry != ANSWERS || areManyInVain(now)) {
            return tryWhetherItAnswers(now);
        }
        var found = room;
        if (found == null) {
            return null;
        }
        if (!found.isEntered(patience)) {
            throw new StoreSilent();
        }
        if (nextTry != ANSWERS) {
            found.release();
            throw new StoreSilent();
        }
        return found;
    }

    private synchronized Room tryWhetherItAnswers(long now) {
        if (nextTry != ANSWERS && now - nextTry < 0) {
            throw new StoreSilent();
        }
        return silentFrom(now);
    }

    private void makeRoom(long began) {
        if (room == null) {
            return;
        }
        synchronized (this) {
            nextTry = ANSWERS;
            if (room != null && room.isGrownToAll(began, nanos.getAsLong())) {
                room = null;
            }
        }
    }

    private synchronized void lost(long began) {
        var now = nanos.getAsLong();
        if (isSilenceSince(began, now)) {
            silentFrom(now).release();
        } else if (room == null || room.places > 1) {
            room = new Room(1, now);
        }
    }

    /** Nobody but one a second from now on: whoever has the room that is returned. */
    private Room silentFrom(long now) {
        nextTry = now + BETWEEN_TRIES | 1;
        var taken = new Room(0, now);
        room = taken;
        return taken;
    }

    /** Whether somebody has waited for long, and nobody who was answered meanwhile knows better. */
    private boolean isSilenceSince(long began, long now) {
        return now - began > LONG && answeredAt - began < 0;
    }

    private boolean areManyInVain(long now) {
        return asking.get() >= MANY && now - manySince > LONG && now - answeredAt > LONG;
    }

    /** Places that are taken in the order of asking, and become more. */
    private static final class Room {

        private final Semaphore free;
        private int places = 1;
        private long grownAt;

        /** @param free 1, or 0 where its first place is taken */
        Room(int free, long now) {
            this.free = new Semaphore(free, true);
            this.grownAt = now;
        }

        boolean isEntered(Duration patience) {
            return free.getQueueLength() < MOST_WAITING && Turns.isAcquired(free, patience);
        }

        void release() {
            free.release();
        }

        /** One place more for a quick answer while there are few, or for the first in a second; whether that makes room for all. */
        boolean isGrownToAll(long began, long now) {
            if (places < FEW && now - began < QUICK || now - grownAt > BETWEEN_TRIES) {
                places++;
                grownAt = now;
                free.release(places > ROOM_FOR_ALL ? MOST_WAITING : 1);
            }
            return places > ROOM_FOR_ALL;
        }
    }
}
