package io.kith.intake;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A few threads that write parts of a batch at the same time: one writer leaves a second processor idle. */
final class Lanes implements AutoCloseable {

    private static final int MOST = 4;

    private final int count = Math.min(MOST, Runtime.getRuntime().availableProcessors());
    private final ExecutorService threads = Executors.newFixedThreadPool(count, work -> {
        var writing = new Thread(work, "import-writing");
        writing.setDaemon(true);
        return writing;
    });

    int count() {
        return count;
    }

    /** Does all of the work and waits for its end, also where a part fails; then fails as the first of those did. */
    <T> List<T> all(List<Callable<T>> work) {
        try {
            return threads.invokeAll(work).stream().map(Lanes::result).toList();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The import was interrupted; run it again and it goes on.", interrupted);
        }
    }

    /** What a thread made, or the failure it met. */
    static <T> T result(Future<T> made) {
        try {
            return made.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException | CancellationException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The import was interrupted; run it again and it goes on.", interrupted);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
