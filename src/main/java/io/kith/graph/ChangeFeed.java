package io.kith.graph;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;

/**
 * Reads every quarter of a second what the other processes on the database told, and says that this one is alive; does
 * nothing with the embedded store.
 *
 * <p>Where it stands is noted before anybody reads the store at start, and taken in from there: what both saw holds by the
 * versions of the clients. A process whose place was forgotten meanwhile, since it was frozen for longer than changes are
 * kept, reads everything anew before it answers.
 */
@Component
@DependsOn("schema")
public class ChangeFeed implements InitializingBean, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);
    private static final int PAGE = 1_000;
    private static final long BEAT_SECONDS = 5;
    private static final long FORGET_SECONDS = 60;
    private static final long SECONDS_TO_END = 2;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);
    /** Ends after whatever still answers requests. */
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 4096;

    private record Heard(String process, long forgottenTo, List<Place.Told> changes) {

        static Heard of(Row row) {
            return new Heard(row.text("process"), row.number("forgottenTo"), row.rows("changes", Place.Told::of));
        }
    }

    private final Graph graph;
    private final Processes processes;
    private final Changes changes;
    private final ChangeSettings settings;
    private final ObjectProvider<ChangeReader> readers;
    private final Object reading = new Object();
    private volatile Map<String, Place> places = Map.of();
    private volatile @Nullable ScheduledExecutorService threads;
    private boolean failing;
    private volatile boolean running;
    private volatile long readAt;

    ChangeFeed(
            Graph graph,
            Processes processes,
            Changes changes,
            ChangeSettings settings,
            ObjectProvider<ChangeReader> readers) {
        this.graph = graph;
        this.processes = processes;
        this.changes = changes;
        this.settings = settings;
        this.readers = readers;
    }

    @Override
    public void afterPropertiesSet() {
        if (processes.maybeSeveral()) {
            processes.beat();
            places = places();
        }
    }

    @Override
    public void start() {
        if (!processes.maybeSeveral()) {
            return;
        }
        processes.beat();
        read();
        running = true;
        var pool = Executors.newScheduledThreadPool(3, ChangeFeed::thread);
        threads = pool;
        pool.scheduleWithFixedDelay(this::read, 0, settings.poll().toMillis(), TimeUnit.MILLISECONDS);
        pool.scheduleWithFixedDelay(() -> minding(this::beat), BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
        pool.scheduleWithFixedDelay(
                () -> minding(processes::forgetOld), FORGET_SECONDS, FORGET_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        running = false;
        var pool = threads;
        if (pool != null) {
            threads = null;
            end(pool);
            minding(processes::leave);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** How long ago the last reading began that left nothing unread; zero where there is nobody to hear. */
    public Duration staleness() {
        return running ? Duration.ofNanos(System.nanoTime() - readAt) : Duration.ZERO;
    }

    /**
     * Returns at once while this process is as near to the others as it has to be, else as soon as it is again.
     *
     * @throws Behind where that takes longer than anybody waits
     */
    public void awaitFresh() {
        if (running && !isFresh() && !awaitReading(this::isFresh)) {
            throw new Behind();
        }
    }

    /**
     * Returns once a change that another process had committed before is read here, if it is not given up before: at the
     * latest with a reading that began after this was asked, whatever the change is.
     */
    void awaitChange(String process, long number) {
        var asked = System.nanoTime();
        if (running && !process.equals(processes.id())) {
            awaitReading(() -> has(process, number) || readAt - asked > 0);
        }
    }

    private boolean has(String process, long number) {
        var place = places.get(process);
        return place != null && place.has(number);
    }

    private boolean isFresh() {
        return System.nanoTime() - readAt <= settings.staleness().toNanos();
    }

    /** Whether it has come about while somebody waits. */
    private boolean awaitReading(BooleanSupplier enough) {
        var giveUp = System.nanoTime() + PATIENCE;
        synchronized (reading) {
            while (running && !enough.getAsBoolean()) {
                var left = TimeUnit.NANOSECONDS.toMillis(giveUp - System.nanoTime());
                if (left <= 0 || !waited(left)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean waited(long millis) {
        try {
            reading.wait(millis);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Reads until nothing is left unread. */
    private void read() {
        try {
            long began;
            do {
                began = System.nanoTime();
            } while (!readPage());
            readAt = began;
            synchronized (reading) {
                reading.notifyAll();
            }
            if (failing) {
                LOG.info("The changes of other processes are read again.");
            }
            failing = false;
        } catch (RuntimeException unread) {
            if (running && !failing) {
                LOG.warn("The changes of other processes cannot be read at the moment: {}", unread.toString());
                failing = true;
            }
        }
    }

    /** Whether nothing was left unread. */
    private boolean readPage() {
        var positions = places.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, place -> place.getValue().from()));
        var heard = graph.list(
                "graph/hear", Map.of("self", processes.id(), "positions", positions, "limit", PAGE), Heard::of);
        if (heard.stream().anyMatch(this::missed)) {
            LOG.warn("Changes were forgotten before this process could read them; everything is read anew.");
            places = places();
            readAnew();
            return false;
        }
        var news = new ArrayList<Place.Told>();
        var whole = true;
        for (var one : heard) {
            var full = one.changes().size() == PAGE;
            whole &= !full;
            news.addAll(
                    places.computeIfAbsent(one.process(), fresh -> new Place(0)).news(one.changes(), full));
        }
        pass(news);
        return whole;
    }

    private boolean missed(Heard heard) {
        var place = places.get(heard.process());
        return (place == null ? new Place(0) : place).missed(heard.forgottenTo());
    }

    private void pass(List<Place.Told> news) {
        if (news.isEmpty()) {
            return;
        }
        readers.orderedStream().forEach(reader -> {
            var its = news.stream()
                    .filter(told -> told.topic().equals(reader.topic()))
                    .map(Place.Told::news)
                    .toList();
            if (!its.isEmpty()) {
                reader.changed(its);
            }
        });
        if (news.stream().anyMatch(told -> told.topic().equals(Changes.EVERYTHING))) {
            inBackground(this::readAnew);
        }
    }

    private void inBackground(Runnable work) {
        var pool = threads;
        if (pool == null) {
            work.run();
        } else {
            pool.execute(() -> minding(work));
        }
    }

    private void readAnew() {
        readers.orderedStream().forEach(ChangeReader::missed);
    }

    /** A process that died may have left an import half told, as a commit without an answer may hold untold here. */
    private void beat() {
        processes.beat();
        var ended = processes.bury();
        if (!ended.isEmpty()) {
            LOG.warn("Processes {} have said nothing for {}; they are taken as ended.", ended, settings.silence());
        }
        if (changes.takeDoubt() || !ended.isEmpty()) {
            bidAllReadAnew();
        }
    }

    private void bidAllReadAnew() {
        try {
            changes.tellEverything();
            inBackground(this::readAnew);
        } catch (RuntimeException failed) {
            changes.doubt();
            throw failed;
        }
    }

    private Map<String, Place> places() {
        var found = new ConcurrentHashMap<String, Place>();
        graph.each("graph/positions", Map.of(), row -> {
            var settled = row.numbers("settled").stream().findFirst().orElse(0L);
            found.put(row.text("process"), new Place(Math.max(settled, row.number("forgottenTo"))));
        });
        return found;
    }

    private static void minding(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.warn("Keeping in step with other processes failed; it is tried again: {}", failed.toString());
        }
    }

    private static void end(ScheduledExecutorService pool) {
        pool.shutdownNow();
        try {
            pool.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "change-feed");
        thread.setDaemon(true);
        return thread;
    }
}
