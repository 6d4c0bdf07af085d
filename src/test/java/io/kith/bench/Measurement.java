package io.kith.bench;

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

    /** Asks each id once, from so many connections at once. */
    static Measurement of(int connections, List<String> ids, Consumer<String> ask, LongSupplier cpuNanos) {
        var times = new long[ids.size()];
        var next = new AtomicInteger();
        var cpuBefore = cpuNanos.getAsLong();
        var started = System.nanoTime();
        var threads = IntStream.range(0, connections)
                .mapToObj(connection -> new Thread(() -> {
                    for (var number = next.getAndIncrement(); number < times.length; number = next.getAndIncrement()) {
                        var before = System.nanoTime();
                        ask.accept(ids.get(number));
                        times[number] = System.nanoTime() - before;
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        threads.forEach(Measurement::join);
        var took = System.nanoTime() - started;
        var cpu = cpuNanos.getAsLong() - cpuBefore;
        Arrays.sort(times);
        return new Measurement(
                connections,
                times.length / (took / 1e9),
                times[times.length / 2] / 1e6,
                times[(int) (times.length * 0.99)] / 1e6,
                cpu / 1e3 / times.length);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
