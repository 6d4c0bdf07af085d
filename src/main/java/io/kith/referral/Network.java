package io.kith.referral;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The referral forest in the heap, kept in step with the store: readers take a snapshot, writers apply states.
 *
 * <p>What one apply brought is seen by whoever takes a snapshot after it, all of it or nothing. A new base is built in the
 * background once enough clients have changed; neither readers nor writers wait for it.
 */
public final class Network {

    private final Executor background;
    private final Clock clock;
    private final int compactAt;
    private final Runnable fresh;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock rebuilding = new ReentrantLock();
    private final AtomicBoolean compacting = new AtomicBoolean();
    private final List<Recording> recordings = new ArrayList<>(); // guarded by writing
    private volatile Snapshot current;
    private volatile Duration buildTime = Duration.ZERO;

    /** @param compactAt how many clients may have changed before a new base is built */
    public Network(Executor background, Clock clock, int compactAt) {
        this(background, clock, compactAt, () -> {});
    }

    /**
     * A network that other processes write to as well.
     *
     * @param fresh returns once what is held is no older than it may be, and throws where that does not come about
     */
    Network(Executor background, Clock clock, int compactAt, Runnable fresh) {
        if (compactAt < 1) {
            throw new IllegalArgumentException("compactAt: %d is below 1.".formatted(compactAt));
        }
        this.background = background;
        this.clock = clock;
        this.compactAt = compactAt;
        this.fresh = fresh;
        current = new Snapshot(new ForestBuilder().build(), Map.of(), clock.instant(), 0);
    }

    public Snapshot snapshot() {
        fresh.run();
        return current;
    }

    /** What is held, however old it is. */
    Snapshot held() {
        return current;
    }

    /** How long it took to build the present base; for a replacement without the reading of its rows. */
    public Duration buildTime() {
        return buildTime;
    }

    public void apply(ClientState... states) {
        apply(Arrays.asList(states));
    }

    /** Takes what the store now says of these clients, all at once; states not newer than those known change nothing. */
    public void apply(Collection<ClientState> states) {
        writing.lock();
        try {
            Draft draft = new Draft(current);
            states.stream().filter(draft::put).forEach(this::record);
            current = draft.finish();
        } finally {
            writing.unlock();
        }
        compactIfDue();
    }

    /**
     * Takes all clients anew as the reader adds them, forgetting those it does not. What is applied while it reads holds
     * where it is newer. If it throws, all stays as it was.
     */
    public void replace(Consumer<ForestBuilder> reader) {
        rebuild(since -> {
            ForestBuilder builder = new ForestBuilder(Math.max(1024, current.size()));
            reader.accept(builder);
            long started = System.nanoTime();
            recorded(since).forEach(builder::add);
            Forest forest = builder.buildOpeningRings();
            adopt(forest, builder.loose(), since, started);
        });
        compactIfDue();
    }

    private void compactIfDue() {
        if (current.changes() < compactAt || !compacting.compareAndSet(false, true)) {
            return;
        }
        try {
            background.execute(this::compact);
        } catch (RejectedExecutionException shuttingDown) {
            compacting.set(false);
        }
    }

    private void compact() {
        try {
            rebuild(since -> {
                long started = System.nanoTime();
                adopt(since.start.flat(), since.start.loose(), since, started);
            });
        } finally {
            compacting.set(false);
        }
        compactIfDue();
    }

    /** One at a time; what is applied meanwhile is recorded. */
    private void rebuild(Consumer<Recording> work) {
        rebuilding.lock();
        try {
            Recording since = startRecording();
            try {
                work.accept(since);
            } finally {
                stopRecording(since);
            }
        } finally {
            rebuilding.unlock();
        }
    }

    /** Puts a new base under what was applied since. */
    private void adopt(Forest base, Map<String, String> loose, Recording since, long started) {
        writing.lock();
        try {
            Draft draft = new Draft(new Snapshot(base, loose, clock.instant(), current.epoch() + 1));
            since.states.values().forEach(draft::put);
            current = draft.finish();
            buildTime = Duration.ofNanos(System.nanoTime() - started);
        } finally {
            writing.unlock();
        }
    }

    private Recording startRecording() {
        writing.lock();
        try {
            Recording recording = new Recording(current, new LinkedHashMap<>());
            recordings.add(recording);
            return recording;
        } finally {
            writing.unlock();
        }
    }

    private void record(ClientState news) {
        recordings.forEach(recording -> recording.states.put(news.id(), news));
    }

    private List<ClientState> recorded(Recording since) {
        writing.lock();
        try {
            return List.copyOf(since.states.values());
        } finally {
            writing.unlock();
        }
    }

    private void stopRecording(Recording recording) {
        writing.lock();
        try {
            recordings.removeIf(running -> running == recording);
        } finally {
            writing.unlock();
        }
    }

    /** The latest states applied since a snapshot; guarded by writing. */
    private record Recording(Snapshot start, Map<String, ClientState> states) {}
}
