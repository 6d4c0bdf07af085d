package io.kith.tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestClock;
import io.kith.TestGraph;
import io.kith.job.Job;
import io.kith.job.JobState;
import io.kith.job.Jobs;
import io.kith.referral.Referrals;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.neo4j.driver.Record;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A hundred made-up clients placed, explained, lifted, replayed. */
@KithTest
@Timeout(300)
class TiersTest {

    private static final int CLIENTS = 100;
    private static final long SEED = 20261122;
    private static final String EXPLAIN = """
            query($id: ID!) { tierExplanation(clientId: $id) {
              tier score percentile next n asOf rule { version } cutOffs { tier percentile toEnter toKeep score }
              decision { id inputsHash held previous rank }
              criteria { name raw unit percentile weight points parts { name value }
                lift { to change step raw percentile score } }
            } }""";

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    TestClock clock;

    @Autowired
    Referrals referrals;

    @Autowired
    TierRuns runs;

    @Autowired
    Jobs jobs;

    @BeforeEach
    void theClinic() {
        TierClinic.write(graph, referrals, CLIENTS, SEED);
        clock.stopAt(TierClinic.NOW);
    }

    @Test
    void pointsAddUpAndTheCutsDecide() {
        runs.runNow();
        for (var id : TierClinic.ids(CLIENTS)) {
            var why = explained(id);
            var points = why.path("criteria")
                    .valueStream()
                    .mapToDouble(reason -> reason.path("points").asDouble())
                    .sum();
            assertThat(why.path("score").asDouble()).as(id).isCloseTo(points, within(1e-9));
            assertThat(why.path("criteria").size()).isEqualTo(8);
            var percentile = why.path("percentile").asDouble();
            assertThat(why.path("tier").asString())
                    .isEqualTo(
                            percentile >= 80
                                    ? "VIP"
                                    : percentile >= 50 ? "MAIN" : percentile >= 20 ? "REGULAR" : "GENERAL");
            for (var cut : why.path("cutOffs")) {
                assertThat(why.path("score").asDouble() >= cut.path("score").asDouble())
                        .as("%s at the cut of %s", id, cut)
                        .isEqualTo(percentile >= cut.path("percentile").asDouble());
            }
        }
        var shares = api.ask("{ tierDistribution { tier clients clientShare netRevenue { amount } valueShare asOf"
                        + " run { gini lorenz { clients value } clients } } }")
                .path("tierDistribution");
        assertThat(shares.valueStream().map(share -> share.path("clients").asInt()))
                .containsExactly(20, 30, 30, 20);
        assertThat(shares.valueStream()
                        .map(share -> share.at("/netRevenue/amount").decimalValue())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(BigDecimal.valueOf((long) number("MATCH (v:Visit) RETURN sum(v.paid) AS it"), 2));
        assertThat(shares.valueStream()
                        .mapToDouble(share -> share.path("valueShare").asDouble())
                        .sum())
                .isCloseTo(1, within(1e-9));
        assertThat(shares.at("/0/run/lorenz").size()).isEqualTo(101);
    }

    @Test
    void rawFiguresAreWhatTheGraphHolds() {
        runs.runNow();
        for (var id : List.of("c0000", "c0007", "c0042")) {
            var raw = new TreeMap<String, Double>();
            explained(id)
                    .path("criteria")
                    .forEach(reason -> raw.put(
                            reason.path("name").asString(), reason.path("raw").asDouble()));
            var of = "MATCH (c:Client {id: '" + id + "'}) ";
            assertThat(raw.get("TENURE"))
                    .isEqualTo(number(of + "RETURN duration.inDays(c.joinedOn, date('2026-02-28')).days AS it"));
            assertThat(raw.get("NET_SPEND"))
                    .isEqualTo(number(of + "MATCH (c)-[:HAD_VISIT]->(v) RETURN sum(v.paid) AS it") / 100.0);
            assertThat(raw.get("PAID_VISITS"))
                    .isEqualTo(number(of + "MATCH (c)-[:HAD_VISIT]->(v) RETURN count(v) AS it"));
            assertThat(raw.get("FREQUENCY"))
                    .isEqualTo(
                            number(
                                    of
                                            + "MATCH (c)-[:HAD_VISIT]->(v) WHERE v.at >= datetime('2025-11-30T00:00:00+08:00') RETURN count(v) AS it"));
            assertThat(raw.get("TREATMENTS"))
                    .isEqualTo(
                            number(of + "MATCH (c)-[:HAD_VISIT]->()-[:INCLUDED]->(t) RETURN count(DISTINCT t) AS it"));
            assertThat(raw.get("REFERRALS"))
                    .isEqualTo(
                            number(
                                    of
                                            + "MATCH (c)-[:MADE]->(r) RETURN count(r) + 2 * count(CASE r.status WHEN 'CONVERTED' THEN 1 END) AS it"));
            assertThat(raw.get("ACTIVITIES"))
                    .isEqualTo(
                            number(
                                    of
                                            + "MATCH (c)-[a:ATTENDED]->() RETURN count(a) + count(CASE WHEN a.contribution > 0 THEN 1 END) AS it"));
            assertThat(raw.get("FEEDBACK"))
                    .isEqualTo(number(of + "MATCH (c)-[:GAVE]->(f {direction: 'TO_CLINIC'}) RETURN count(f) AS it"));
        }
    }

    /** Told by the explanation, done in the graph, decided again: one step less leaves her where she is. */
    @ParameterizedTest
    @EnumSource(
            value = TierCriterion.class,
            names = {"CREDIT", "INFLUENCE", "PROSPECTS"},
            mode = EnumSource.Mode.EXCLUDE)
    void theChangeItNamesLiftsHerAndOneStepLessDoesNot(TierCriterion criterion) {
        runs.runNow();
        var tried = 0;
        for (var tier : List.of("GENERAL", "REGULAR", "MAIN")) {
            var wanted = liftable(criterion, tier);
            if (wanted == null) {
                continue;
            }
            tried++;
            var steps = Math.round(wanted.change() / wanted.step());
            change(criterion, wanted.id(), steps - 1);
            runs.runNow();
            assertThat(tier(wanted.id())).as("%s, one step less", wanted).isEqualTo(tier);
            change(criterion, wanted.id(), 1);
            runs.runNow();
            assertThat(tier(wanted.id())).as("%s", wanted).isEqualTo(wanted.to());
            TierClinic.write(graph, referrals, CLIENTS, SEED);
            clock.stopAt(TierClinic.NOW);
            runs.runNow();
        }
        assertThat(tried)
                .as("tiers with somebody whom %s alone would lift", criterion)
                .isPositive();
    }

    @Test
    void lastRunsDecisionsReplayToTheSameHashesWhateverHappenedSince() {
        var first = ran();
        var before = graph.run("MATCH (b:TierBatch {runId: $run}) RETURN b {.*} AS batch", Map.of("run", first));
        graph.run("MATCH (c:Client) SET c.netRevenue = c.netRevenue * (1 + size(c.id) + toInteger(right(c.id, 1)))");
        graph.run("MATCH (c:Client {id: 'c0005'}) SET c.joinedOn = date('1990-01-01')");
        clock.move(Duration.ofDays(40));
        var second = ran();
        assertThat(graph.run("MATCH (b:TierBatch {runId: $run}) RETURN b {.*} AS batch", Map.of("run", first)))
                .isEqualTo(before);
        for (var run : List.of(first, second)) {
            var replay = replay(run);
            assertThat(replay.path("same").asBoolean()).as("%s", replay).isTrue();
            assertThat(replay.path("hash")).isEqualTo(replay.at("/run/hash"));
            assertThat(replay.path("decisions").asInt()).isEqualTo(CLIENTS);
        }
        assertThat(replay(first).path("hash")).isNotEqualTo(replay(second).path("hash"));
        graph.run(
                "MATCH (b:TierBatch {runId: $run}) SET b.netSpend = [x IN range(0, size(b.netSpend) - 1) |"
                        + " CASE x WHEN 5 THEN b.netSpend[x] + 1 ELSE b.netSpend[x] END]",
                Map.of("run", second));
        assertThat(replay(second).path("same").asBoolean()).isFalse();
        assertThat(replay(second).at("/first/0/id").asString()).isEqualTo("c0005");
        graph.run("MATCH (b:TierBatch {runId: $run}) SET b.tiers = ['VIP'] + b.tiers[1..]", Map.of("run", first));
        var forged = replay(first);
        assertThat(forged.path("same").asBoolean()).isEqualTo(tierIn(before, 0).equals("VIP"));
    }

    @Test
    void historyTellsHowLongEachTierWasKeptAndHysteresisKeepsNoiseOut() {
        runs.runNow();
        var id = lowestOf("VIP");
        graph.run("MATCH (c:Client {id: $id}) SET c.joinedOn = c.joinedOn + duration({days: 40})", Map.of("id", id));
        clock.move(Duration.ofDays(1));
        runs.runNow();
        graph.run("MATCH (c:Client {id: $id}) SET c.netRevenue = 0, c.joinedOn = date('2026-02-28')", Map.of("id", id));
        clock.move(Duration.ofDays(1));
        runs.runNow();
        var now = tier(id);
        assertThat(now).isNotEqualTo("VIP");
        var history = api.ask(
                        "query($id: ID!) { client(id: $id) { tier { name since until potential decision { id tier } }"
                                + " tierHistory { edges { node { name since until decision { id tier held } } } } } }",
                        Map.of("id", id))
                .path("client");
        assertThat(history.at("/tierHistory/edges").size()).isEqualTo(2);
        assertThat(history.at("/tierHistory/edges/0/node/name").asString()).isEqualTo(now);
        assertThat(history.at("/tierHistory/edges/0/node/since").asString()).isEqualTo("2026-03-02T04:00:00Z");
        assertThat(history.at("/tierHistory/edges/0/node/until").isNull()).isTrue();
        assertThat(history.at("/tierHistory/edges/1/node/name").asString()).isEqualTo("VIP");
        assertThat(history.at("/tierHistory/edges/1/node/since").asString()).isEqualTo("2026-02-28T04:00:00Z");
        assertThat(history.at("/tierHistory/edges/1/node/until").asString()).isEqualTo("2026-03-02T04:00:00Z");
        assertThat(history.at("/tierHistory/edges/1/node/decision/id").asString())
                .isEqualTo("2-" + id);
        assertThat(history.at("/tier/decision/id").asString()).isEqualTo("3-" + id);
    }

    @Test
    void fewerThanFiftyAreNotPlaced() {
        TierClinic.write(graph, referrals, 50, SEED);
        api.ask(
                "mutation { recordConsent(input: {clientId: \"c0003\", purpose: MARKETING_PROFILE, given: false}) { id } }");
        assertThat(api.refusedWith("mutation { startTierRun { id } }")).isEqualTo("TOO_FEW_CLIENTS");
        assertThat(runs.runNow()).isEmpty();
        assertThat(api.ask(
                                "{ tierDistribution { tier } tierRun { id } rfm { n } client(id: \"c0001\") { tier { name } } }")
                        .toString())
                .isEqualTo("{\"tierDistribution\":[],\"tierRun\":null,\"rfm\":null,\"client\":{\"tier\":null}}");
        api.ask(
                "mutation { recordConsent(input: {clientId: \"c0003\", purpose: MARKETING_PROFILE, given: true}) { id } }");
        assertThat(ended(api.ask("mutation { startTierRun { id } }")
                                .at("/startTierRun/id")
                                .asString())
                        .state())
                .isEqualTo(JobState.DONE);
        assertThat(tier("c0001")).isNotEmpty();
    }

    @Test
    void whoDoesNotWantToBeRankedHasNoTierAndHerHistoryEnds() {
        runs.runNow();
        var before = tier("c0003");
        api.ask(
                "mutation { recordConsent(input: {clientId: \"c0003\", purpose: MARKETING_PROFILE, given: false}) { id } }");
        clock.move(Duration.ofDays(1));
        runs.runNow();
        var client = api.ask("{ client(id: \"c0003\") { tier { name } tierHistory { edges { node { name until } } } }"
                + " tierRun { clients leftOut number } tierExplanation(clientId: \"c0003\") { tier } }");
        assertThat(client.at("/client/tier").isNull()).isTrue();
        assertThat(client.at("/tierExplanation").isNull()).isTrue();
        assertThat(client.at("/client/tierHistory/edges/0/node/name").asString())
                .isEqualTo(before);
        assertThat(client.at("/client/tierHistory/edges/0/node/until").asString())
                .isEqualTo("2026-03-01T04:00:00Z");
        assertThat(client.at("/tierRun/clients").asInt()).isEqualTo(CLIENTS - 1);
        assertThat(client.at("/tierRun/leftOut").asInt()).isEqualTo(1);
    }

    @Test
    void herExportHoldsWhatWasDecidedAndErasureKeepsTheRunReplayable() {
        var run = ran();
        var json = api.ask("mutation { exportClient(input: {clientId: \"c0001\", reason: \"she asked\"}) { json } }")
                .at("/exportClient/json")
                .asString();
        assertThat(json).contains("\"tiers\":[{", "\"tier\":\"" + tier("c0001"), "\"inputsHash\":");
        api.ask("mutation { eraseClient(input: {clientId: \"c0001\", reason: \"she asked\"}) { id } }");
        assertThat(replay(run).path("same").asBoolean()).isTrue();
        runs.runNow();
        assertThat(api.ask("{ client(id: \"c0001\") { tier { name } } }")
                        .at("/client/tier")
                        .isNull())
                .isTrue();
    }

    /** 400 days on, then 400 back: the number of a run is its place, and no figure turns negative. */
    @Test
    void clocksThatJumpChangeNoOrder() {
        graph.run("MATCH (c:Client {id: 'c0002'}) SET c.joinedOn = date('2024-02-29')");
        runs.runNow();
        assertThat(explained("c0002").at("/criteria/0/raw").asDouble()).isEqualTo(730);
        clock.move(Duration.ofDays(400));
        runs.runNow();
        assertThat(explained("c0002").at("/criteria/0/raw").asDouble()).isEqualTo(1130);
        assertThat(explained("c0002").at("/criteria/3/raw").asDouble())
                .as("visits in 90 days")
                .isZero();
        clock.move(Duration.ofDays(-800));
        var third = ran();
        var numbers = api.ask("{ tierRun { number asOf id } tierRuns { edges { node { number asOf } } } }");
        assertThat(numbers.at("/tierRun/id").asString()).isEqualTo(third);
        assertThat(numbers.at("/tierRun/number").asInt()).isEqualTo(3);
        assertThat(numbers.at("/tierRun/asOf").asString()).isEqualTo("2025-01-24T04:00:00Z");
        assertThat(numbers.at("/tierRuns/edges/1/node/number").asInt()).isEqualTo(2);
        for (var id : List.of("c0000", "c0050", "c0099")) {
            var why = explained(id);
            assertThat(why.path("criteria")
                            .valueStream()
                            .map(reason -> reason.path("raw").asDouble()))
                    .allMatch(raw -> raw >= 0);
            assertThat(api.ask("query($id: ID!) { client(id: $id) { tier { since } } }", Map.of("id", id))
                            .at("/client/tier/since")
                            .asString())
                    .as("since the run that gave it, whatever the clock said then")
                    .isIn("2026-02-28T04:00:00Z", "2027-04-04T04:00:00Z", "2025-01-24T04:00:00Z");
        }
        assertThat(replay(third).path("same").asBoolean()).isTrue();
    }

    /** A period of 90 days begins at the clinic's midnight: a second before it does not count. */
    @Test
    void aPeriodBeginsAtMidnightAtTheClinic() {
        graph.run("MATCH (c:Client {id: 'c0004'})-[:HAD_VISIT]->(v:Visit) DETACH DELETE v");
        graph.run("""
                MATCH (c:Client {id: 'c0004'})
                UNWIND ['2025-11-29T23:59:59+08:00', '2025-11-30T00:00:00+08:00', '2026-02-28T12:00:00+08:00',
                  '2026-02-28T12:00:01+08:00'] AS local
                WITH c, local AS id, datetime({epochMillis: datetime(local).epochMillis}) AS at
                CREATE (c)-[:HAD_VISIT]->(:Visit {id: id, at: at, charged: 1, paid: 1, refunded: 0})
                CREATE (c)-[:HAD_VISIT]->(:Visit {id: 'refunded ' + id, at: at, charged: 1, paid: 1, refunded: 1})
                """);
        runs.runNow();
        assertThat(explained("c0004").at("/criteria/3/raw").asDouble()).isEqualTo(2);
        assertThat(explained("c0004").at("/criteria/2/raw").asDouble())
                .as("paid visits until now")
                .isEqualTo(3);
    }

    @Test
    void ofManyStartsAtOnceEachThatGetsThroughIsARunOfItsOwn() throws Exception {
        var started = new TreeSet<String>();
        var refusals = new TreeSet<String>();
        var threads = Executors.newFixedThreadPool(8);
        try {
            Callable<JsonNode> start = () -> api.send("mutation { startTierRun { id } }", Map.of());
            for (var answer : threads.invokeAll(Collections.nCopies(8, start))) {
                var id = answer.get().at("/data/startTierRun/id").asString("");
                if (id.isEmpty()) {
                    refusals.add(answer.get().at("/errors/0/extensions/code").asString());
                } else {
                    started.add(id);
                }
            }
        } finally {
            threads.shutdown();
        }
        assertThat(started).isNotEmpty();
        assertThat(refusals).isSubsetOf(Set.of("CONFLICT"));
        started.forEach(this::ended);
        var numbers = api.ask("{ tierRuns { edges { node { id number } } } }").at("/tierRuns/edges");
        assertThat(numbers.valueStream().map(edge -> edge.at("/node/id").asString()))
                .containsExactlyInAnyOrderElementsOf(started);
        assertThat(numbers.valueStream()
                        .map(edge -> edge.at("/node/number").asInt())
                        .sorted())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, started.size()).boxed().toList());
        graph.run(
                "CREATE (:Job {id: 'busy', kind: 'TIER_RUN', running: 'TIER_RUN', state: 'RUNNING', done: 0, attempts: 1,"
                        + " startedBy: 'kith', startedAt: datetime(), updatedAt: datetime()})");
        assertThat(api.refusedWith("mutation { startTierRun { id } }")).isEqualTo("CONFLICT");
    }

    /** Readers see the run before until the new one is complete; what an interrupted run has read it does not read again. */
    @Test
    void anInterruptedRunGoesOnBehindTheLastBatchItRead() {
        var first = ran();
        var asOf = clock.instant().toString();
        graph.run("""
                MATCH (read:TierBatch {runId: $first})
                CREATE (batch:TierBatch {key: 'left 0', runId: 'left'})
                SET batch += read {.number, .firstId, .clientIds, .tenureDays, .paidVisits, .periodVisits, .quarterVisits,
                  .treatments, .referred, .converted, .attended, .contributed, .feedbackToClinic, .feedbackElsewhere, .owes,
                  .influence, .growth, .recencyDays}
                SET batch.netSpend = [spent IN read.netSpend | 77]
                CREATE (:TierRun {id: 'left', asOf: datetime($asOf), ruleVersion: 1, after: 1})
                CREATE (:Job {id: 'left', kind: 'TIER_RUN', running: 'TIER_RUN', state: 'RUNNING', done: 0, attempts: 1,
                  startedBy: 'kith', startedAt: datetime(), updatedAt: datetime()})
                """, Map.of("first", first, "asOf", asOf));
        runs.reload();
        assertThat(api.ask("{ tierRun { id } }").at("/tierRun/id").asString()).isEqualTo(first);
        jobs.afterPropertiesSet();
        api.ask("mutation { resumeJob(input: {id: \"left\"}) { id } }");
        assertThat(ended("left").state()).isEqualTo(JobState.DONE);
        assertThat(explained("c0000").at("/criteria/1/raw").asDouble()).isEqualTo(0.77);
        assertThat(replay("left").path("same").asBoolean()).isTrue();
        graph.run(
                "CREATE (:TierRun {id: 'old', asOf: datetime($asOf) - duration('P1D'), ruleVersion: 1, after: 2})"
                        + " CREATE (:TierBatch {key: 'old 0', runId: 'old', number: 0, firstId: 'x', clientIds: ['x']})"
                        + " CREATE (:Job {id: 'old', kind: 'TIER_RUN', state: 'INTERRUPTED', done: 0, attempts: 1,"
                        + " startedBy: 'kith', startedAt: datetime(), updatedAt: datetime()})",
                Map.of("asOf", asOf));
        api.ask("mutation { resumeJob(input: {id: \"old\"}) { id } }");
        assertThat(ended("old").state()).isEqualTo(JobState.DONE);
        assertThat(explained("c0000").at("/criteria/1/raw").asDouble())
                .as("read anew")
                .isGreaterThan(1);
    }

    @Test
    void membersComeByScoreAndManyBatchesReplayAsOne() {
        TierClinic.write(graph, referrals, 2_300, SEED);
        var run = ran();
        assertThat(replay(run).path("same").asBoolean()).isTrue();
        assertThat(replay(run).path("decisions").asInt()).isEqualTo(2_300);
        assertThat(number("MATCH (b:TierBatch) RETURN count(b) AS it")).isEqualTo(3);
        var seen = new ArrayList<Double>();
        var ids = new TreeSet<String>();
        String after = null;
        do {
            var variables = new HashMap<String, Object>();
            variables.put("after", after);
            var page = api.ask(
                            "query($after: String) { tierMembers(tier: VIP, first: 150, after: $after) { totalCount"
                                    + " pageInfo { endCursor hasNextPage } edges { node { score tier rank client { id name tier { name } } } } } }",
                            variables)
                    .path("tierMembers");
            assertThat(page.path("totalCount").asInt()).isBetween(455, 460);
            page.path("edges").forEach(edge -> {
                seen.add(edge.at("/node/score").asDouble());
                ids.add(edge.at("/node/client/id").asString());
                assertThat(edge.at("/node/client/tier/name").asString()).isEqualTo("VIP");
            });
            after = page.at("/pageInfo/hasNextPage").asBoolean()
                    ? page.at("/pageInfo/endCursor").asString()
                    : null;
        } while (after != null);
        assertThat(seen).isSortedAccordingTo(Comparator.reverseOrder()).hasSize(ids.size());
        var last = api.ask("{ tierDecision(id: \"1-c2299\") { tier score percentile rank criteria { points }"
                        + " client { id } } }")
                .path("tierDecision");
        assertThat(last.path("score").asDouble())
                .isCloseTo(
                        last.path("criteria")
                                .valueStream()
                                .mapToDouble(part -> part.path("points").asDouble())
                                .sum(),
                        within(1e-9));
        assertThat(api.ask("{ tierDecision(id: \"1-nobody\") { tier } }")
                        .path("tierDecision")
                        .isNull())
                .isTrue();
    }

    private record Wanted(String id, String to, double change, double step) {}

    /** Somebody of a tier whom so little of a criterion would lift that the graph can hold it. */
    private @Nullable Wanted liftable(TierCriterion criterion, String tier) {
        for (var id : TierClinic.ids(CLIENTS)) {
            var why = explained(id);
            if (!why.path("tier").asString().equals(tier)) {
                continue;
            }
            for (var reason : why.path("criteria")) {
                var lift = reason.path("lift");
                if (!reason.path("name").asString().equals(criterion.name()) || lift.isNull()) {
                    continue;
                }
                var change = lift.path("change").asDouble();
                if (criterion != TierCriterion.FREQUENCY || change <= 2) {
                    return new Wanted(
                            id,
                            lift.path("to").asString(),
                            change,
                            lift.path("step").asDouble());
                }
            }
        }
        return null;
    }

    /** Changes one figure of a client by so many steps, and no other that has a weight. */
    private void change(TierCriterion criterion, String id, long steps) {
        if (steps == 0) {
            return;
        }
        var statement = switch (criterion) {
            case TENURE -> "SET c.joinedOn = c.joinedOn - duration({days: $steps})";
            case NET_SPEND ->
                "SET c.netRevenue = c.netRevenue + $steps WITH c MATCH (c)-[:HAD_VISIT]->(v) WITH v ORDER BY v.id LIMIT 1"
                        + " SET v.paid = v.paid + $steps";
            case PAID_VISITS ->
                "UNWIND range(1, $steps) AS n CREATE (c)-[:HAD_VISIT]->(:Visit {id: randomUUID(), paid: 1, refunded: 0,"
                        + " charged: 1, at: datetime('2024-05-01T00:00:00Z')}) WITH DISTINCT c"
                        + " MATCH (c)-[:HAD_VISIT]->(v) WHERE v.paid > 1 WITH v LIMIT 1 SET v.paid = v.paid - $steps";
            case FREQUENCY ->
                "MATCH (c)-[:HAD_VISIT]->(v) WHERE v.at < datetime('2025-11-01T00:00:00Z') WITH v ORDER BY v.id LIMIT $steps"
                        + " SET v.at = datetime('2026-02-01T00:00:00Z')";
            case TREATMENTS ->
                "MATCH (t:Treatment) WHERE NOT EXISTS { (c)-[:HAD_VISIT]->()-[:INCLUDED]->(t) } WITH c, t LIMIT $steps"
                        + " CALL (c, t) { MATCH (c)-[:HAD_VISIT]->(v) WITH v, t LIMIT 1 CREATE (v)-[:INCLUDED]->(t) }";
            case REFERRALS ->
                "MATCH (o:Client) WHERE o <> c AND NOT EXISTS { (c)-[:MADE]->()-[:OF]->(o) } WITH c, o LIMIT $steps"
                        + " CREATE (c)-[:MADE]->(:Referral {id: randomUUID(), status: 'INTRODUCED', credited: false})-[:OF]->(o)";
            case ACTIVITIES ->
                "MATCH (a:Activity) WHERE NOT EXISTS { (c)-[:ATTENDED]->(a) } WITH c, a LIMIT $steps"
                        + " CREATE (c)-[:ATTENDED]->(a)";
            case FEEDBACK ->
                "UNWIND range(1, $steps) AS n CREATE (c)-[:GAVE]->(:Feedback {id: randomUUID(), kind: 'SUGGESTION'})";
            case CREDIT, INFLUENCE, PROSPECTS -> throw new IllegalArgumentException("weighs nothing");
        };
        graph.run("MATCH (c:Client {id: $id}) " + statement, Map.of("id", id, "steps", steps));
    }

    private String lowestOf(String tier) {
        return TierClinic.ids(CLIENTS).stream()
                .filter(id -> tier(id).equals(tier))
                .min(Comparator.comparingDouble(
                        id -> explained(id).path("score").asDouble()))
                .orElseThrow();
    }

    private JsonNode explained(String id) {
        return api.ask(EXPLAIN, Map.of("id", id)).path("tierExplanation");
    }

    private String tier(String id) {
        return api.ask("query($id: ID!) { client(id: $id) { tier { name } } }", Map.of("id", id))
                .at("/client/tier/name")
                .asString();
    }

    private String ran() {
        return runs.runNow().orElseThrow().id();
    }

    private Job ended(String jobId) {
        return Objects.requireNonNull(jobs.watch(jobId).blockLast());
    }

    private JsonNode replay(String run) {
        return api.ask(
                        "query($id: ID!) { tierReplay(runId: $id) { hash same decisions differing first { id } run { hash } } }",
                        Map.of("id", run))
                .path("tierReplay");
    }

    private static String tierIn(List<Record> batches, int place) {
        return batches.get(0).get("batch").get("tiers").get(place).asString();
    }

    private double number(String cypher) {
        return graph.run(cypher).get(0).get("it").asDouble();
    }
}
