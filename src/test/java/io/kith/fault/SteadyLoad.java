package io.kith.fault;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Requests at a steady rate, whether or not the ones before have been answered. */
final class SteadyLoad implements AutoCloseable {

    /**
     * One request.
     *
     * @param sent nanoseconds after the load began
     * @param took nanoseconds until it was answered
     * @param code OK, the code it was refused with, or NONE where there was no answer
     */
    record Outcome(int number, long sent, long took, String code) {

        double seconds() {
            return took / 1e9;
        }
    }

    private final long began = System.nanoTime();
    private final IntFunction<String> request;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger number = new AtomicInteger();
    private final ConcurrentLinkedQueue<Outcome> outcomes = new ConcurrentLinkedQueue<>();

    /** @param request carries out the request of a number and returns its code */
    SteadyLoad(int perSecond, IntFunction<String> request) {
        this.request = request;
        pulse.scheduleAtFixedRate(
                () -> threads.execute(this::one), 0, TimeUnit.SECONDS.toNanos(1) / perSecond, TimeUnit.NANOSECONDS);
    }

    long now() {
        return System.nanoTime() - began;
    }

    /** Lets it go on for a while. */
    void goOn(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Sends no more, waits for the last answer and returns them all. */
    List<Outcome> end() {
        pulse.shutdown();
        try {
            pulse.awaitTermination(1, TimeUnit.MINUTES);
            threads.shutdown();
            threads.awaitTermination(2, TimeUnit.MINUTES);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return List.copyOf(outcomes);
    }

    /** The slowest but for one in a hundred, in seconds. */
    static double p99(List<Outcome> outcomes) {
        var sorted = outcomes.stream().mapToLong(Outcome::took).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) (sorted.length * 0.99)] / 1e9;
    }

    @Override
    public void close() {
        pulse.shutdownNow();
        threads.shutdownNow();
    }

    private void one() {
        var mine = number.getAndIncrement();
        var sent = now();
        String code;
        try {
            code = request.apply(mine);
        } catch (RuntimeException unanswered) {
            code = "NONE";
        }
        outcomes.add(new Outcome(mine, sent, now() - sent, code));
    }
}
