package io.kith.intake;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Makes the next thing on a thread of its own while the present one is worked on. */
final class Ahead<T> implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        var reading = new Thread(work, "import-reading");
        reading.setDaemon(true);
        return reading;
    });
    private final Callable<T> source;
    private Future<T> next;

    Ahead(Callable<T> source) {
        this.source = source;
        this.next = thread.submit(source);
    }

    T next() {
        var made = Lanes.result(next);
        next = thread.submit(source);
        return made;
    }

    /** Waits for what is being made, since it still reads the file. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            while (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
                Thread.onSpinWait();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
