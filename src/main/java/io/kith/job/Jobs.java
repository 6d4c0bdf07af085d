package io.kith.job;

import static java.util.Objects.requireNonNull;

import io.kith.edge.Conflict;
import io.kith.edge.Connection;
import io.kith.edge.InvalidInput;
import io.kith.edge.NotFound;
import io.kith.edge.Paging;
import io.kith.edge.Refusal;
import io.kith.edge.Shown;
import io.kith.graph.Caller;
import io.kith.graph.Graph;
import io.kith.graph.Processes;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.DependsOn;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * Long work in the background: one job of a kind at a time, its state in the store.
 *
 * <p>Two starts of one kind at once, in one process or two: the store's constraint lets one through, the other is refused
 * with {@code CONFLICT}. A job belongs to the process it was started in; what a process left running when it ended is
 * marked as interrupted, at the next start or by the others within the minute, and can be resumed in any. A process that
 * was only taken as ended finds its job gone at its next step, and stops.
 */
@Component
@DependsOn("schema")
public class Jobs implements InitializingBean, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final int SECONDS_TO_END = 10;
    private static final Duration LOOKED_AT_EVERY = Duration.ofMillis(500);

    private final Graph graph;
    private final Clock clock;
    private final Caller caller;
    private final Processes processes;
    private final ObjectProvider<JobKind> kinds;
    private final MeterRegistry metrics;
    private final Map<String, JobRun> running = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(Jobs::thread);
    private volatile boolean closing;

    Jobs(
            Graph graph,
            Clock clock,
            Caller caller,
            Processes processes,
            ObjectProvider<JobKind> kinds,
            MeterRegistry metrics) {
        this.metrics = metrics;
        this.graph = graph;
        this.clock = clock;
        this.caller = caller;
        this.processes = processes;
        this.kinds = kinds;
    }

    @Override
    public void afterPropertiesSet() {
        interruptLeft();
    }

    @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void mindTheOthers() {
        if (processes.maybeSeveral()) {
            interruptLeft();
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        closing = true;
        running.values().forEach(JobRun::stop);
        threads.shutdown();
        if (!threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }

    /** One job as it stands now. */
    public Optional<Job> byId(String id) {
        var run = running.get(id);
        return run == null ? graph.one("job/by-id", Map.of("id", id), Job::of) : Optional.of(run.job());
    }

    /** All jobs, of one kind where that is given, latest first, one page. */
    public Connection<Job> page(@Nullable String kind, Paging paging) {
        var parameters = new HashMap<String, Object>();
        var after = paging.after() == null ? LATEST + " " : paging.after();
        var cut = after.indexOf(' ');
        parameters.put("kind", kind);
        parameters.put("afterAt", instant(cut < 0 ? after : after.substring(0, cut)));
        parameters.put("afterId", after.substring(cut + 1));
        parameters.put("limit", paging.oneMore());
        var found = graph.list("job/latest", parameters, Job::of);
        return Connection.of(found, paging, job -> job.startedAt() + " " + job.id(), null);
    }

    /**
     * Starts a job and returns at once; inside a transaction it starts once that has committed.
     *
     * @throws Conflict where one of its kind is running
     */
    public Job start(String kind, @Nullable String argument) {
        var work = kind(kind);
        var parameters = new HashMap<String, Object>();
        parameters.put("id", UUID.randomUUID().toString());
        parameters.put("kind", kind);
        parameters.put("argument", argument);
        parameters.put("startedBy", caller.name());
        parameters.put("owner", processes.id());
        parameters.put("now", now());
        return begin(work, () -> graph.one("job/start", parameters, Job::of).orElseThrow(() -> alreadyRunning(kind)));
    }

    /**
     * Starts a job and waits for its end; where one of its kind is running, waits for that one first.
     *
     * @throws IllegalStateException where it did not end well
     */
    public Job run(String kind, @Nullable String argument) {
        while (true) {
            var before = running.values().stream()
                    .filter(run -> run.job().kind().equals(kind))
                    .findFirst();
            before.ifPresent(run -> run.end().join());
            try {
                return ended(start(kind, argument));
            } catch (Conflict another) {
                if (running.values().stream().noneMatch(run -> run.job().kind().equals(kind))) {
                    awaitElsewhere(another);
                }
            }
        }
    }

    /**
     * Starts a job again that failed, was cancelled or was interrupted.
     *
     * @throws Conflict where it has not, or one of its kind is running
     */
    public Job resume(String id) {
        var job = byId(id).orElseThrow(() -> NotFound.of("job", id));
        return begin(
                kind(job.kind()),
                () -> graph.one("job/resume", Map.of("id", id, "owner", processes.id(), "now", now()), Job::of)
                        .orElseThrow(() -> new Conflict(
                                "The job '%s' is %s; only a job that failed, was cancelled or was interrupted can be resumed."
                                        .formatted(Shown.shortly(id), job.state()))));
    }

    /**
     * Asks a job to stop at its next step.
     *
     * @throws Conflict where it runs no more
     */
    public Job cancel(String id) {
        var run = running.get(id);
        if (run == null) {
            return cancelElsewhere(id);
        }
        run.stop();
        return run.job();
    }

    /** A job as it goes on, then its end; empty where there is no such job. */
    public Flux<Job> watch(String id) {
        var run = running.get(id);
        if (run != null) {
            return run.progress();
        }
        return processes.maybeSeveral() ? watchElsewhere(id) : Flux.fromStream(() -> byId(id).stream());
    }

    /** At its next step at the latest a second from now. */
    private Job cancelElsewhere(String id) {
        var job = byId(id).orElseThrow(() -> NotFound.of("job", id));
        return graph.write(() -> graph.one("job/ask-to-stop", Map.of("id", id), Job::of)
                .filter(asked -> processes.maybeSeveral())
                .orElseThrow(() -> new Conflict("The job '%s' is %s; only a running job can be cancelled."
                        .formatted(Shown.shortly(id), job.state()))));
    }

    private Flux<Job> watchElsewhere(String id) {
        return Flux.interval(Duration.ZERO, LOOKED_AT_EVERY, Schedulers.boundedElastic())
                .onBackpressureDrop()
                .map(look -> byId(id))
                .takeWhile(Optional::isPresent)
                .map(Optional::get)
                .distinctUntilChanged()
                .takeUntil(job -> job.state() != JobState.RUNNING);
    }

    private void awaitElsewhere(Conflict another) {
        if (!processes.maybeSeveral()) {
            throw another;
        }
        try {
            TimeUnit.MILLISECONDS.sleep(LOOKED_AT_EVERY.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw another;
        }
    }

    private void interruptLeft() {
        var parameters = Map.of("alone", !processes.maybeSeveral(), "now", now());
        var interrupted = graph.writeLast(() -> graph.one("job/interrupt", parameters, row -> row.count("interrupted"))
                .orElse(0));
        if (interrupted > 0) {
            LOG.info("Jobs left running by a process that ended: {}; they can be resumed", interrupted);
        }
    }

    private Job begin(JobKind work, Supplier<Job> note) {
        try {
            return graph.write(() -> {
                var job = note.get();
                graph.afterCommit(() -> launch(work, job));
                return job;
            });
        } catch (DataIntegrityViolationException taken) {
            throw alreadyRunning(work.name());
        }
    }

    private void launch(JobKind work, Job job) {
        var run = new JobRun(job, clock, this::note, metrics);
        running.put(job.id(), run);
        threads.execute(() -> carryOut(work, run));
    }

    private void carryOut(JobKind work, JobRun run) {
        try {
            work.run(run);
            finish(run, JobState.DONE, null);
        } catch (JobCancelled stopped) {
            finish(run, closing ? JobState.INTERRUPTED : JobState.CANCELLED, null);
        } catch (JobLost taken) {
            LOG.warn("Job {} of kind {} is no longer this process's; it stops", run.id(), work.name());
            finish(run, JobState.INTERRUPTED, null);
        } catch (Refusal refused) {
            finish(run, JobState.FAILED, refused.getMessage());
        } catch (RuntimeException | Error failed) {
            var correlation = UUID.randomUUID().toString();
            LOG.error("Job {} of kind {} failed [{}]", run.id(), work.name(), correlation, failed);
            finish(run, JobState.FAILED, "Something went wrong; the log knows more under %s.".formatted(correlation));
        }
    }

    /** The store first, so that whoever hears of the end can start the next one. */
    private void finish(JobRun run, JobState state, @Nullable String message) {
        var last = run.job().ended(state, message, clock.instant());
        var parameters = new HashMap<String, Object>();
        parameters.put("id", last.id());
        parameters.put("owner", processes.id());
        parameters.put("state", state.name());
        parameters.put("message", message);
        parameters.put("now", now());
        try {
            graph.writeLast(() -> {
                graph.run("job/finish", parameters);
                return true;
            });
        } catch (RuntimeException unreachable) {
            LOG.error("The end of job {} could not be noted; it will be marked as interrupted", last.id(), unreachable);
        } finally {
            running.remove(last.id());
            run.ended(last);
        }
    }

    private void note(Job job) {
        var parameters = new HashMap<String, Object>();
        parameters.put("id", job.id());
        parameters.put("stage", job.stage());
        parameters.put("done", job.done());
        parameters.put("total", job.total());
        parameters.put("checkpoint", job.checkpoint());
        parameters.put("owner", processes.id());
        parameters.put("now", now());
        var unwanted = graph.write(() -> graph.one("job/progress", parameters, row -> row.flag("unwanted")));
        if (unwanted.isEmpty() && processes.maybeSeveral()) {
            throw new JobLost();
        }
        if (unwanted.orElse(false)) {
            stop(job.id());
        }
    }

    private void stop(String id) {
        var run = running.get(id);
        if (run != null) {
            run.stop();
        }
    }

    private Job ended(Job started) {
        var run = running.get(started.id());
        var job = run == null
                ? byId(started.id()).orElseThrow()
                : requireNonNull(run.end().join());
        if (job.state() != JobState.DONE) {
            throw new IllegalStateException(
                    "The job %s of kind %s is %s: %s".formatted(job.id(), job.kind(), job.state(), job.message()));
        }
        return job;
    }

    private JobKind kind(String name) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("'%s' is no kind of job.".formatted(Shown.shortly(name))));
    }

    private Conflict alreadyRunning(String kind) {
        var other = graph.one("job/running", Map.of("kind", kind), Job::of);
        return new Conflict("A job of kind %s is running already%s; it can be watched, cancelled or waited for."
                .formatted(kind, other.map(job -> ": " + job.id()).orElse("")));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static OffsetDateTime instant(String text) {
        try {
            return Instant.parse(text).atOffset(ZoneOffset.UTC);
        } catch (DateTimeException foreign) {
            throw new InvalidInput("The cursor does not belong to a list of jobs.");
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "job");
        thread.setDaemon(true);
        return thread;
    }
}
