package io.kith.intake;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
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
        try {
            var made = next.get();
            next = thread.submit(source);
            return made;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The import was interrupted; run it again and it goes on.", interrupted);
        }
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
