package io.kith.influence;

import static java.util.Objects.requireNonNull;

import io.kith.graph.ChangeReader;
import io.kith.graph.Changes;
import io.kith.graph.Graph;
import io.kith.graph.Row;
import io.kith.job.Job;
import io.kith.job.JobKind;
import io.kith.job.JobRun;
import io.kith.job.Jobs;
import io.kith.referral.Forest;
import io.kith.referral.Network;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reckons everybody's influence in the background: the tie graph by GDS, the rest from the projection, kept in batches.
 *
 * <p>Readers see the run before until the new one is complete. What GDS said is kept as soon as it is known, so a run that
 * was interrupted later is taken up without asking GDS again. Without GDS the run has no PageRank and no circles, and the
 * other components share its weight.
 */
@Component
public class InfluenceRuns implements JobKind, ChangeReader {

    /** What {@link Jobs} know the influence run by. */
    public static final String KIND = "INFLUENCE_RUN";

    private static final Logger LOG = LoggerFactory.getLogger(InfluenceRuns.class);
    private static final int BATCH = 5_000;
    private static final String TIES = "TIES";
    private static final String SCORES = "SCORES";

    private final Graph graph;
    private final Jobs jobs;
    private final Network network;
    private final InfluenceRules rules;
    private final TieGraph tieGraph;
    private final Changes changes;
    private final Clock clock;
    private volatile @Nullable Optional<Standing> current;

    InfluenceRuns(
            Graph graph,
            Jobs jobs,
            Network network,
            InfluenceRules rules,
            TieGraph tieGraph,
            Changes changes,
            Clock clock) {
        this.graph = graph;
        this.jobs = jobs;
        this.network = network;
        this.rules = rules;
        this.tieGraph = tieGraph;
        this.changes = changes;
        this.clock = clock;
    }

    /** Starts a run in the background. */
    public Job start() {
        return jobs.start(KIND, null);
    }

    /** Does a run and waits for it, after the one that may be running; an import ends with it. */
    public Job runNow() {
        return jobs.run(KIND, null);
    }

    /** The score of a client in the latest run; empty for one who came after it. */
    public OptionalDouble score(String clientId) {
        var standing = current();
        if (standing.isEmpty()) {
            return OptionalDouble.empty();
        }
        var row = standing.get().row(clientId);
        return row.isPresent() ? OptionalDouble.of(standing.get().score(row.getAsInt())) : OptionalDouble.empty();
    }

    /** The latest complete run. */
    public Optional<InfluenceRun> latest() {
        return current().map(Standing::run);
    }

    /** Forgets what the heap holds of the latest run, and reads it again when it is next asked for. */
    public synchronized void reload() {
        current = null;
    }

    @Override
    public String topic() {
        return KIND;
    }

    @Override
    public void changed(List<Row> news) {
        reload();
    }

    @Override
    public void missed() {
        reload();
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public void run(JobRun job) {
        var rule = rules.current();
        var asOf = clock.instant();
        var forest = network.snapshot().flat();
        begin(job.id(), asOf, rule);
        var ties = tieFigures(job, rule, forest);
        var standing = timed(job, "SCORE", null, () -> standing(job.id(), asOf, rule, forest, ties));
        keep(job, standing);
        publish(job, standing.run());
        hold(standing);
        forgetOthers(job.id());
    }

    Optional<Standing> current() {
        var known = current;
        return known == null ? load() : known;
    }

    private synchronized void hold(Standing standing) {
        current = Optional.of(standing);
    }

    private synchronized Optional<Standing> load() {
        var known = current;
        if (known == null) {
            known = graph.one("influence/latest-run", Map.of(), row -> row.row("run"))
                    .map(row -> InfluenceRun.of(
                            row, rules.version(row.count("ruleVersion")).orElseGet(rules::current)))
                    .map(this::load);
            current = known;
        }
        return known;
    }

    private Standing load(InfluenceRun run) {
        var forest = network.snapshot().flat();
        var numbers = new int[run.clients()];
        var raw = new double[InfluenceComponentName.values().length][run.clients()];
        var circles = new int[run.clients()];
        var filled = new int[1];
        batches(run.id(), SCORES, batch -> {
            for (var place = 0; place < batch.clientIds().size(); place++) {
                var row = filled[0]++;
                numbers[row] = forest.indexOf(batch.clientIds().get(place));
                for (var component = 0; component < raw.length; component++) {
                    raw[component][row] = batch.raw()[component][place];
                }
                circles[row] = batch.circles().get(place).intValue();
            }
        });
        return new Standing(run, forest, numbers, raw, circles);
    }

    private TieGraph.@Nullable Figures tieFigures(JobRun job, InfluenceRule rule, Forest forest) {
        var kept = TIES + " " + rule.version();
        if (kept.equals(job.checkpoint())) {
            return timed(job, "READ_TIES", null, () -> keptTies(job.id(), forest));
        }
        if (!tieGraph.isThere()) {
            LOG.warn("The store has no Graph Data Science: this run ranks without PageRank and circles");
            return null;
        }
        var figures = rankTies(job, rule, forest);
        keepTies(job, forest, figures);
        job.checkpoint(kept);
        return figures;
    }

    private TieGraph.Figures rankTies(JobRun job, InfluenceRule rule, Forest forest) {
        var name = "kith-ties-" + job.id();
        try {
            long links = timed(job, "PROJECT_TIES", null, () -> tieGraph.project(name, rule.ties()));
            if (links == 0) {
                return TieGraph.unlinked(forest, rule.damping());
            }
            var ranks = timed(job, "PAGE_RANK", null, () -> tieGraph.pageRanks(name, rule.damping(), forest));
            var circles = timed(job, "CIRCLES", null, () -> tieGraph.circles(name, forest));
            return new TieGraph.Figures(ranks, circles);
        } finally {
            tieGraph.drop(name);
        }
    }

    private static Standing standing(
            String id, Instant asOf, InfluenceRule rule, Forest forest, TieGraph.@Nullable Figures ties) {
        var size = forest.size();
        var circles = new int[size];
        Arrays.fill(circles, -1);
        var weights = InfluenceRun.weights(rule, ties != null);
        var run = new InfluenceRun(id, asOf, rule, size, weights, ties != null);
        var raw = Standing.raw(forest, rule, ties == null ? new double[size] : ties.pageRanks());
        return new Standing(
                run, forest, IntStream.range(0, size).toArray(), raw, ties == null ? circles : ties.circles());
    }

    private void begin(String id, Instant asOf, InfluenceRule rule) {
        write(
                "influence/begin-run",
                Map.of("id", id, "asOf", asOf.atOffset(ZoneOffset.UTC), "ruleVersion", rule.version()));
    }

    private void keepTies(JobRun job, Forest forest, TieGraph.Figures figures) {
        inBatches(job, "KEEP_TIES", TIES, forest.size(), (batch, from, to) -> {
            batch.put("clientIds", ids(forest, from, to));
            batch.put("pageRanks", Arrays.copyOfRange(figures.pageRanks(), from, to));
            batch.put("circles", longs(figures.circles(), from, to));
        });
    }

    private TieGraph.Figures keptTies(String runId, Forest forest) {
        var ranks = new double[forest.size()];
        var circles = new int[forest.size()];
        Arrays.fill(circles, -1);
        graph.each("influence/batches", Map.of("runId", runId, "kind", TIES), row -> {
            var batch = row.row("batch");
            var ids = batch.texts("clientIds");
            var ranked = batch.reals("pageRanks");
            var parted = batch.numbers("circles");
            for (var place = 0; place < ids.size(); place++) {
                var number = forest.indexOf(ids.get(place));
                if (number >= 0) {
                    ranks[number] = ranked.get(place);
                    circles[number] = parted.get(place).intValue();
                }
            }
        });
        return new TieGraph.Figures(ranks, circles);
    }

    private void keep(JobRun job, Standing standing) {
        inBatches(job, "WRITE", SCORES, standing.size(), (batch, from, to) -> {
            batch.put("clientIds", ids(standing.forest(), from, to));
            batch.put("downstreamValues", values(standing, InfluenceComponentName.DOWNSTREAM_VALUE, from, to));
            batch.put("convertedReferrals", values(standing, InfluenceComponentName.CONVERTED_REFERRALS, from, to));
            batch.put("conversions", values(standing, InfluenceComponentName.CONVERSION, from, to));
            batch.put("pageRanks", values(standing, InfluenceComponentName.PAGE_RANK, from, to));
            batch.put(
                    "scores",
                    IntStream.range(from, to).mapToDouble(standing::score).toArray());
            batch.put(
                    "circles",
                    IntStream.range(from, to).mapToLong(standing::circle).toArray());
        });
    }

    private void inBatches(JobRun job, String stage, String kind, int size, Filling filling) {
        var count = (size + BATCH - 1) / BATCH;
        timed(job, stage, (long) count, () -> {
            for (var number = 0; number < count; number++) {
                var batch = new HashMap<String, Object>();
                batch.put("runId", job.id());
                batch.put("kind", kind);
                batch.put("number", number);
                filling.fill(batch, number * BATCH, Math.min(size, (number + 1) * BATCH));
                write(
                        "influence/write-batch",
                        Map.of("key", "%s %s %d".formatted(job.id(), kind, number), "batch", batch));
                job.done(number + 1L);
            }
            return count;
        });
    }

    private void batches(String runId, String kind, Consumer<Batch> reader) {
        graph.each("influence/batches", Map.of("runId", runId, "kind", kind), row -> {
            var batch = row.row("batch");
            reader.accept(new Batch(
                    batch.texts("clientIds"),
                    new double[][] {
                        doubles(batch.reals("downstreamValues")),
                        doubles(batch.reals("convertedReferrals")),
                        doubles(batch.reals("conversions")),
                        doubles(batch.reals("pageRanks"))
                    },
                    batch.numbers("circles")));
        });
    }

    private void publish(JobRun job, InfluenceRun run) {
        job.stage("PUBLISH", null);
        var parameters = Map.of(
                "id", run.id(),
                "endedAt", clock.instant().atOffset(ZoneOffset.UTC),
                "clients", run.clients(),
                "tieGraph", run.tieGraph(),
                "weights", run.weights());
        graph.write(() -> {
            graph.run("influence/publish-run", parameters);
            changes.tell(KIND, Map.of());
            return true;
        });
    }

    private void forgetOthers(String runId) {
        long forgotten;
        do {
            forgotten = requireNonNull(graph.write(
                    () -> graph.one("influence/forget-batches", Map.of("runId", runId), row -> row.number("forgotten"))
                            .orElse(0L)));
        } while (forgotten > 0);
    }

    private void write(String statement, Map<String, ?> parameters) {
        graph.write(() -> {
            graph.run(statement, parameters);
            return true;
        });
    }

    private static <T> T timed(JobRun job, String stage, @Nullable Long parts, Supplier<T> work) {
        job.stage(stage, parts);
        var started = System.nanoTime();
        var done = work.get();
        LOG.info(
                "Influence run {}: {} took {} ms",
                job.id(),
                stage,
                Duration.ofNanos(System.nanoTime() - started).toMillis());
        return done;
    }

    private static List<String> ids(Forest forest, int from, int to) {
        var ids = new ArrayList<String>(to - from);
        for (var number = from; number < to; number++) {
            ids.add(forest.id(number));
        }
        return ids;
    }

    private static double[] values(Standing standing, InfluenceComponentName name, int from, int to) {
        return IntStream.range(from, to)
                .mapToDouble(standing.component(name)::value)
                .toArray();
    }

    private static double[] doubles(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static long[] longs(int[] all, int from, int to) {
        return IntStream.range(from, to).mapToLong(place -> all[place]).toArray();
    }

    /** Puts the rows from (inclusive) to (exclusive) into a batch. */
    @FunctionalInterface
    private interface Filling {
        void fill(Map<String, Object> batch, int from, int to);
    }

    private record Batch(List<String> clientIds, double[][] raw, List<Long> circles) {}
}
