package io.kith.job;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** A running job as its work sees it: where progress is told, and where a wish to stop is met. Used by one thread. */
public final class JobRun {

    private static final Duration NOTED_EVERY = Duration.ofSeconds(1);

    private final Clock clock;
    private final Consumer<Job> note;
    private final MeterRegistry metrics;
    private final Sinks.Many<Job> watchers = Sinks.many().replay().latest();
    private final CompletableFuture<Job> end = new CompletableFuture<>();
    private volatile Job job;
    private volatile boolean unwanted;
    private Instant notedAt = Instant.MIN;
    private @Nullable String stage;
    private long stageBegan;

    /** @param note keeps the job in the store */
    JobRun(Job job, Clock clock, Consumer<Job> note, MeterRegistry metrics) {
        this.metrics = metrics;
        this.job = job;
        this.clock = clock;
        this.note = note;
        watchers.tryEmitNext(job);
    }

    public String id() {
        return job.id();
    }

    /** What the job was started with. */
    public @Nullable String argument() {
        return job.argument();
    }

    /** What the work noted last, in this attempt or an earlier one. */
    public @Nullable String checkpoint() {
        return job.checkpoint();
    }

    /**
     * Begins a stage of the work.
     *
     * @param total how many parts it has, null where unknown
     */
    public void stage(String name, @Nullable Long total) {
        endStage();
        stage = name;
        tell(job.at(name, 0, total, job.checkpoint(), clock.instant()), true);
    }

    /** Tells how many parts of the stage are done; kept in the store about once a second. */
    public void done(long parts) {
        tell(job.at(job.stage(), parts, job.total(), job.checkpoint(), clock.instant()), false);
    }

    /** Notes where the work can be taken up again. */
    public void checkpoint(String noted) {
        tell(job.at(job.stage(), job.done(), job.total(), noted, clock.instant()), true);
    }

    Job job() {
        return job;
    }

    Flux<Job> progress() {
        return watchers.asFlux();
    }

    CompletableFuture<Job> end() {
        return end;
    }

    void stop() {
        unwanted = true;
    }

    void ended(Job last) {
        endStage();
        metrics.counter(
                        "kith.job.runs",
                        "kind",
                        last.kind(),
                        "state",
                        last.state().name())
                .increment();
        job = last;
        watchers.tryEmitNext(last);
        watchers.tryEmitComplete();
        end.complete(last);
    }

    private void endStage() {
        var now = System.nanoTime();
        if (stage != null) {
            metrics.timer("kith.job.stage", "kind", job.kind(), "stage", stage)
                    .record(Duration.ofNanos(now - stageBegan));
        }
        stage = null;
        stageBegan = now;
    }

    private void tell(Job now, boolean keep) {
        if (unwanted) {
            throw new JobCancelled();
        }
        job = now;
        watchers.tryEmitNext(now);
        if (keep || notedAt.plus(NOTED_EVERY).isBefore(now.updatedAt())) {
            notedAt = now.updatedAt();
            note.accept(now);
        }
    }
}
