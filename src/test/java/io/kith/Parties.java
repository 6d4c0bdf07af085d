package io.kith;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Several parties that set out at the same moment. */
public final class Parties implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** What one party came back with: a result, or what it was refused with. */
    public record Outcome<T>(@Nullable T result, @Nullable Throwable refusal) {}

    /** Starts all of them at once and waits for each. */
    public <T> List<Outcome<T>> race(List<Callable<T>> parties) {
        var start = new CyclicBarrier(parties.size());
        var running = parties.stream()
                .map(party -> threads.submit(() -> {
                    start.await();
                    return party.call();
                }))
                .toList();
        var outcomes = new ArrayList<Outcome<T>>();
        for (var party : running) {
            try {
                outcomes.add(new Outcome<>(party.get(), null));
            } catch (ExecutionException refused) {
                outcomes.add(new Outcome<>(null, refused.getCause()));
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
        return outcomes;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
