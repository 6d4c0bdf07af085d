package io.kith.tier;

import io.kith.client.Clients;
import io.kith.client.Consents;
import io.kith.edge.Clinic;
import io.kith.edge.Connection;
import io.kith.edge.Paging;
import io.kith.graph.ChangeReader;
import io.kith.graph.Changes;
import io.kith.graph.Graph;
import io.kith.graph.Row;
import io.kith.influence.InfluenceRun;
import io.kith.influence.InfluenceRuns;
import io.kith.job.Job;
import io.kith.job.JobKind;
import io.kith.job.JobRun;
import io.kith.job.Jobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Decides everybody's tier in the background: reads the inputs batch by batch and keeps them, decides from what is kept,
 * keeps the decisions beside it.
 *
 * <p>Readers see the run before until the new one is complete; then neither is ever changed. A run that was interrupted
 * within the hour goes on behind the last batch it read, a later one reads anew.
 */
@Component
public class TierRuns implements JobKind, ChangeReader {

    /** What {@link Jobs} know the tier run by. */
    public static final String KIND = "TIER_RUN";

    private static final Logger LOG = LoggerFactory.getLogger(TierRuns.class);
    private static final Duration STILL_ONE_READING = Duration.ofHours(1);
    private static final int QUARTER_DAYS = 90;

    /** What a run was begun with, and how far it has read. */
    private record Begun(
            String id,
            Instant asOf,
            @Nullable Instant influenceAsOf,
            int ruleVersion,
            int after,
            int batches,
            String lastId) {

        static Begun of(String id, Row row) {
            var last = row.rowOrNull("last", read -> read);
            return new Begun(
                    id,
                    row.instant("asOf"),
                    row.instantOrNull("influenceAsOf"),
                    row.count("ruleVersion"),
                    row.count("after"),
                    last == null ? 0 : last.count("number") + 1,
                    last == null ? "" : last.text("lastId"));
        }
    }

    private record Read(String clientId, long[] figures) {}

    private final Graph graph;
    private final Jobs jobs;
    private final TierRules rules;
    private final TierBatches batches;
    private final InfluenceRuns influence;
    private final Clients clients;
    private final Consents consents;
    private final Clinic clinic;
    private final Changes changes;
    private final Clock clock;
    private final Map<Integer, TierRun> numbered = new ConcurrentHashMap<>();
    private volatile @Nullable Optional<Standing> current;

    TierRuns(
            Graph graph,
            Jobs jobs,
            TierRules rules,
            TierBatches batches,
            InfluenceRuns influence,
            Clients clients,
            Consents consents,
            Clinic clinic,
            Changes changes,
            Clock clock) {
        this.graph = graph;
        this.jobs = jobs;
        this.rules = rules;
        this.batches = batches;
        this.influence = influence;
        this.clients = clients;
        this.consents = consents;
        this.clinic = clinic;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Starts a run in the background.
     *
     * @throws TooFewClients below the rule's minimum
     */
    public Job start() {
        var minimum = rules.current().minimumClients();
        if (toPlace() < minimum) {
            throw new TooFewClients(toPlace(), minimum);
        }
        return jobs.start(KIND, null);
    }

    /** Does a run and waits for it, after the one that may be running; none where there are too few clients. An import ends with it. */
    public Optional<Job> runNow() {
        return toPlace() < rules.current().minimumClients() ? Optional.empty() : Optional.of(jobs.run(KIND, null));
    }

    /** The latest complete run. */
    public Optional<TierRun> latest() {
        return current().map(Standing::run);
    }

    /** A complete run. */
    public Optional<TierRun> byId(String id) {
        return graph.one("tier/run", Map.of("id", id), TierRuns::columns).map(this::run);
    }

    /** Complete runs, latest first, one page. */
    public Connection<TierRun> page(Paging paging) {
        var parameters = Map.of("before", Numbers.before(paging.after()), "limit", paging.oneMore());
        var found = graph.list("tier/runs", parameters, TierRuns::columns).stream()
                .map(this::run)
                .toList();
        return Connection.of(found, paging, run -> String.valueOf(run.number()), null);
    }

    /** Forgets what the heap holds of runs, and reads it again when it is next asked for. */
    public synchronized void reload() {
        current = null;
        numbered.clear();
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
        var before = current();
        var rule = rules.current();
        var begun = begun(job, rule, before.map(Standing::run));
        timed(job, "COLLECT", parts(toPlace()), () -> collect(job, begun, rule));
        var inputs = timed(job, "READ", null, () -> batches.inputs(job.id()));
        if (inputs.size() < rule.minimumClients()) {
            throw new TooFewClients(inputs.size(), rule.minimumClients());
        }
        var previous =
                before.map(standing -> standing.tiersOf(inputs)).orElseGet(() -> new @Nullable Tier[inputs.size()]);
        var placement = timed(job, "DECIDE", null, () -> Placement.of(inputs, rule, previous));
        var hash = timed(
                job, "WRITE", parts(inputs.size()), () -> keep(job, begun, rule, inputs, placement, previous, before));
        job.stage("PUBLISH", null);
        publish(outcome(begun, rule, inputs, placement, previous, hash));
        batches.forgetUnfinished(job.id());
    }

    Optional<Standing> current() {
        var known = current;
        return known == null ? load() : known;
    }

    /** The complete run of a number. */
    Optional<TierRun> numbered(int number) {
        var known = numbered.get(number);
        if (known != null) {
            return Optional.of(known);
        }
        var found = graph.one("tier/run-numbered", Map.of("number", number), TierRuns::columns)
                .map(this::run);
        found.ifPresent(run -> numbered.put(number, run));
        return found;
    }

    private synchronized Optional<Standing> load() {
        var known = current;
        if (known == null) {
            known = graph.one("tier/latest-run", Map.of(), TierRuns::columns)
                    .map(this::run)
                    .map(batches::standing);
            current = known;
        }
        return known;
    }

    private static Row columns(Row row) {
        return row.row("run");
    }

    private TierRun run(Row row) {
        return TierRun.of(row, rules.version(row.count("ruleVersion")).orElseThrow());
    }

    private long toPlace() {
        return clients.count() - consents.allOptedOut().size();
    }

    /** Where it can go on, or from the beginning. */
    private Begun begun(JobRun job, TierRule rule, Optional<TierRun> before) {
        var after = before.map(TierRun::number).orElse(0);
        var known = graph.one("tier/begun-run", Map.of("id", job.id()), row -> Begun.of(job.id(), row));
        if (known.isPresent() && goesOn(known.get(), rule, after)) {
            return known.get();
        }
        batches.forget(job.id());
        var asOf = clock.instant();
        var influenceAsOf = influence.latest().map(InfluenceRun::asOf).orElse(null);
        var parameters = new HashMap<String, Object>();
        parameters.put("id", job.id());
        parameters.put("asOf", at(asOf));
        parameters.put("influenceAsOf", influenceAsOf == null ? null : at(influenceAsOf));
        parameters.put("ruleVersion", rule.version());
        parameters.put("after", after);
        graph.write(() -> {
            graph.run("tier/begin-run", parameters);
            return true;
        });
        return new Begun(job.id(), asOf, influenceAsOf, rule.version(), after, 0, "");
    }

    private boolean goesOn(Begun begun, TierRule rule, int after) {
        var influenceAsOf = influence.latest().map(InfluenceRun::asOf).orElse(null);
        return begun.ruleVersion() == rule.version()
                && begun.after() == after
                && Objects.equals(begun.influenceAsOf(), influenceAsOf)
                && Duration.between(begun.asOf(), clock.instant()).abs().compareTo(STILL_ONE_READING) < 0;
    }

    private boolean collect(JobRun job, Begun begun, TierRule rule) {
        var number = begun.batches();
        var parameters = spans(begun.asOf(), rule);
        parameters.put("limit", TierBatches.SIZE);
        parameters.put("after", begun.lastId());
        var today = clinic.dayOf(begun.asOf());
        List<Read> page;
        do {
            page = graph.list("tier/inputs", parameters, row -> read(row, today));
            if (!page.isEmpty()) {
                batches.write(job.id(), number++, figures(page));
                parameters.put("after", page.get(page.size() - 1).clientId());
            }
            job.done(number);
        } while (page.size() == TierBatches.SIZE);
        return true;
    }

    /** From when on what counts, by the midnights of the clinic. */
    private HashMap<String, Object> spans(Instant asOf, TierRule rule) {
        var today = clinic.dayOf(asOf);
        var spans = new HashMap<String, Object>();
        spans.put("asOf", at(asOf));
        spans.put("periodFrom", at(clinic.startOf(today.minusDays(rule.periodDays()))));
        spans.put("quarterFrom", at(clinic.startOf(today.minusDays(QUARTER_DAYS))));
        spans.put("growthFrom", at(clinic.startOf(today.minusDays(rule.growthDays()))));
        spans.put("growthBefore", at(clinic.startOf(today.minusDays(2L * rule.growthDays()))));
        return spans;
    }

    private Read read(Row row, LocalDate today) {
        var clientId = row.text("clientId");
        var joinedOn = row.dayOrNull("joinedOn");
        var paidAt = row.instantOrNull("lastPaidAt");
        var figures = new long[Input.values().length];
        for (var input : Input.values()) {
            figures[input.ordinal()] = switch (input) {
                case TENURE_DAYS -> joinedOn == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(joinedOn, today));
                case INFLUENCE -> Math.round(influence.score(clientId).orElse(0) * TierCriterion.INFLUENCE.scale());
                case RECENCY_DAYS ->
                    paidAt == null ? -1 : Math.max(0, ChronoUnit.DAYS.between(clinic.dayOf(paidAt), today));
                default -> row.number(input.property());
            };
        }
        return new Read(clientId, figures);
    }

    private static Map<String, Object> figures(List<Read> page) {
        var figures = new HashMap<String, Object>();
        var ids = page.stream().map(Read::clientId).toList();
        figures.put("clientIds", ids);
        figures.put("firstId", ids.get(0));
        for (var input : Input.values()) {
            figures.put(
                    input.property(),
                    page.stream()
                            .mapToLong(read -> read.figures()[input.ordinal()])
                            .toArray());
        }
        return figures;
    }

    /** Keeps the decisions beside their inputs; returns the hash over all of them. */
    private String keep(
            JobRun job,
            Begun begun,
            TierRule rule,
            Inputs inputs,
            Placement placement,
            @Nullable Tier[] previous,
            Optional<Standing> before) {
        var hashes = new Hashes(rule, begun.asOf(), begun.influenceAsOf());
        for (var from = 0; from < inputs.size(); from += TierBatches.SIZE) {
            var decided = new Decisions();
            for (var row = from; row < Math.min(inputs.size(), from + TierBatches.SIZE); row++) {
                var hash = hashes.inputs(inputs, row, previous[row]);
                hashes.add(hash, placement, row);
                decided.add(
                        placement,
                        row,
                        previous[row],
                        since(begun, placement.tier(row), previous[row], inputs.id(row), before),
                        hash);
            }
            var number = from / TierBatches.SIZE;
            batches.write(job.id(), number, decided.figures());
            job.done(number + 1L);
        }
        return hashes.whole();
    }

    private static int since(
            Begun begun, Tier tier, @Nullable Tier previous, String clientId, Optional<Standing> before) {
        return tier == previous
                ? before.map(standing -> standing.since(standing.row(clientId))).orElseThrow()
                : begun.after() + 1;
    }

    private TierRun outcome(
            Begun begun, TierRule rule, Inputs inputs, Placement placement, @Nullable Tier[] previous, String hash) {
        var held = new Integer[Tier.values().length];
        var revenues = new Long[held.length];
        var potentials = new Integer[held.length];
        Arrays.fill(held, 0);
        Arrays.fill(revenues, 0L);
        Arrays.fill(potentials, 0);
        var moved = 0;
        var amounts = TierCriterion.NET_SPEND.raw(inputs, rule);
        for (var row = 0; row < inputs.size(); row++) {
            var tier = placement.tier(row);
            held[tier.ordinal()]++;
            revenues[tier.ordinal()] = Math.addExact(revenues[tier.ordinal()], amounts[row]);
            potentials[tier.ordinal()] += placement.isPotential(row) ? 1 : 0;
            moved += previous[row] != null && previous[row] != tier ? 1 : 0;
        }
        var lorenz = Lorenz.of(amounts);
        return new TierRun(
                begun.id(),
                begun.after() + 1,
                begun.asOf(),
                clock.instant(),
                begun.influenceAsOf(),
                rule,
                inputs.size(),
                consents.allOptedOut().size(),
                moved,
                hash,
                List.of(held),
                List.of(revenues),
                List.of(potentials),
                lorenz.points(),
                lorenz.gini());
    }

    private void publish(TierRun run) {
        graph.write(() -> {
            graph.run("tier/publish-run", Map.of("id", run.id(), "run", run.properties()));
            changes.tell(KIND, Map.of());
            return true;
        });
        reload();
    }

    private static <T> T timed(JobRun job, String stage, @Nullable Long parts, Supplier<T> work) {
        job.stage(stage, parts);
        var started = System.nanoTime();
        var done = work.get();
        LOG.info(
                "Tier run {}: {} took {} ms",
                job.id(),
                stage,
                Duration.ofNanos(System.nanoTime() - started).toMillis());
        return done;
    }

    private static long parts(long clients) {
        return (clients + TierBatches.SIZE - 1) / TierBatches.SIZE;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** The decisions of one batch. */
    private static final class Decisions {

        private final List<Decision> rows = new ArrayList<>();

        private record Decision(
                Tier tier,
                @Nullable Tier previous,
                long score,
                int below,
                int place,
                boolean potential,
                boolean held,
                int since,
                String hash) {}

        void add(Placement placement, int row, @Nullable Tier previous, int since, String hash) {
            rows.add(new Decision(
                    placement.tier(row),
                    previous,
                    placement.score(row),
                    placement.below(row),
                    placement.place(row),
                    placement.isPotential(row),
                    placement.isHeld(row),
                    since,
                    hash));
        }

        Map<String, Object> figures() {
            var figures = new HashMap<String, Object>();
            figures.put("tiers", each(row -> row.tier().name()));
            figures.put(
                    "previous",
                    each(row -> row.previous() == null ? "" : row.previous().name()));
            figures.put("scores", each(Decision::score));
            figures.put("below", each(Decision::below));
            figures.put("places", each(Decision::place));
            figures.put("potential", where(Decision::potential));
            figures.put("held", where(Decision::held));
            figures.put("since", each(Decision::since));
            figures.put("hashes", each(Decision::hash));
            return figures;
        }

        private <T> List<T> each(Function<Decision, T> value) {
            return rows.stream().map(value).toList();
        }

        private List<Integer> where(Predicate<Decision> fits) {
            return IntStream.range(0, rows.size())
                    .filter(place -> fits.test(rows.get(place)))
                    .boxed()
                    .toList();
        }
    }
}
