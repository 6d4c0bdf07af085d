package io.kith.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * What a kind of request cost.
 *
 * @param perSecond requests a second, all connections together
 * @param p50 milliseconds
 * @param p99 milliseconds
 * @param cpu microseconds of the serving process's processor time a request
 */
record Measurement(int connections, double perSecond, double p50, double p99, double cpu) {

    private static final long LONGEST = Duration.ofSeconds(10).toNanos();

    /** Asks each id once, from so many connections at once; after ten seconds no more begin. */
    static Measurement of(int connections, List<String> ids, Consumer<String> ask, LongSupplier cpuNanos) {
        var times = new long[ids.size()];
        var next = new AtomicInteger();
        var done = new AtomicInteger();
        var cpuBefore = cpuNanos.getAsLong();
        var started = System.nanoTime();
        var threads = IntStream.range(0, connections)
                .mapToObj(connection -> new Thread(() -> {
                    for (var number = next.getAndIncrement();
                            number < times.length && System.nanoTime() - started < LONGEST;
                            number = next.getAndIncrement()) {
                        var before = System.nanoTime();
                        ask.accept(ids.get(number));
                        times[done.getAndIncrement()] = System.nanoTime() - before;
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        threads.forEach(Measurement::join);
        var took = System.nanoTime() - started;
        var cpu = cpuNanos.getAsLong() - cpuBefore;
        var answered = done.get();
        Arrays.sort(times, 0, answered);
        return new Measurement(
                connections,
                answered / (took / 1e9),
                times[answered / 2] / 1e6,
                times[(int) (answered * 0.99)] / 1e6,
                cpu / 1e3 / answered);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
