package io.kith.graph;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Threads to work in the embedded store that nobody interrupts: an interrupt closes the file a thread is writing, and where that is
 * the transaction log the store with it. Whoever calls waits to the end, which the transaction's time bounds.
 */
final class StoreThreads implements AutoCloseable {

    private final AtomicInteger started = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(this::thread);

    /** Does the work on one of them, and fails as it does. */
    <T> T call(Supplier<T> work) {
        var working = threads.submit(work::get);
        var interrupted = false;
        try {
            while (true) {
                try {
                    return result(working);
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void run(Runnable work) {
        call(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    private static <T> T result(Future<T> working) throws InterruptedException {
        try {
            return working.get();
        } catch (ExecutionException failed) {
            throw EmbeddedFailures.asOverBolt(failed.getCause());
        }
    }

    private Thread thread(Runnable work) {
        var thread = new Thread(work, "store-" + started.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
