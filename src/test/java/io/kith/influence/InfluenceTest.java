package io.kith.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestGraph;
import io.kith.job.Jobs;
import io.kith.referral.Referrals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The nine clients of the design, ranked: A brought B and C, B brought D and E, C brought F, D brought G; H brought I. */
@KithTest
class InfluenceTest {

    private static final long SEED = 20260302;

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    Referrals referrals;

    @Autowired
    InfluenceRuns runs;

    @Autowired
    Jobs jobs;

    @BeforeEach
    void theNine() {
        NineClients.write(graph, referrals);
    }

    @Test
    void aScoreExplainsItself() {
        runs.runNow();
        var influence = api.ask("""
                { client(id: "A") { influence {
                  score rank percentile rated n asOf
                  rule { id version } components { name raw percentile weight points }
                  byBranch { client { id } share value { amount } }
                  downstreamValue { amount currency } directCredit { amount } chainCredit { amount }
                } } }
                """).at("/client/influence");
        assertThat(influence.path("rank").asInt()).isEqualTo(1);
        assertThat(influence.path("n").asInt()).isEqualTo(9);
        assertThat(influence.at("/rule/version").asInt()).isEqualTo(1);
        assertThat(amount(influence, "downstreamValue")).isEqualByComparingTo("21500");
        assertThat(amount(influence, "directCredit")).isEqualByComparingTo("11000");
        assertThat(amount(influence, "chainCredit")).isEqualByComparingTo("22833.32");
        var points = influence
                .path("components")
                .valueStream()
                .mapToDouble(component -> component.path("points").asDouble())
                .sum();
        assertThat(influence.path("score").asDouble()).isCloseTo(points, within(1e-9));
        assertThat(influence.at("/components/0/raw").asDouble()).isEqualTo(21500);
        assertThat(influence.at("/components/0/percentile").asDouble()).isEqualTo(100);
        assertThat(influence.at("/byBranch/0/client/id").asString()).isEqualTo("B");
        assertThat(influence.at("/byBranch/0/share").asDouble()).isCloseTo(16000 / 21500.0, within(1e-9));
        assertThat(influence.at("/byBranch/1/value/amount").decimalValue()).isEqualByComparingTo("5500");
    }

    @Test
    void moneyIsRightAtOnceWhileTheScoreSaysTheTimeOfItsRun() {
        runs.runNow();
        var before = influence("A");
        api.ask("mutation { recordVisit(input: {clientId: \"G\", charged: 800}) { id } }");
        var after = influence("A");
        assertThat(amount(after, "downstreamValue").subtract(amount(before, "downstreamValue")))
                .isEqualByComparingTo("200"); // two generations below B's, each half
        assertThat(amount(after, "chainCredit").subtract(amount(before, "chainCredit")))
                .isEqualByComparingTo("200");
        assertThat(after.path("score")).isEqualTo(before.path("score"));
        assertThat(after.path("asOf")).isEqualTo(before.path("asOf"));
        api.ask("mutation { registerClient(input: {id: \"new\", name: \"Nova\"}) { id } }");
        assertThat(influence("new").path("rated").asBoolean()).isFalse();
        assertThat(influence("new").path("rank").isNull()).isTrue();
    }

    /** GDS refuses to project a graph without relationships. */
    @Test
    void clientsWhoKnowNobodyAreRankedAllTheSame() {
        graph.clear();
        api.ask("mutation { registerClient(input: {id: \"alone\", name: \"Ana\"}) { id } }");
        runs.runNow();
        assertThat(influence("alone").path("rank").asInt()).isEqualTo(1);
    }

    @Test
    void theRankingCanBeAskedByEveryMeasureAndFiltered() {
        runs.runNow();
        assertThat(ranked("DOWNSTREAM_VALUE", "")).startsWith("A", "B", "C", "D", "H");
        assertThat(ranked("CHAIN_CREDIT", "")).startsWith("A", "H", "B", "D", "C");
        assertThat(ranked("DIRECT_CREDIT", "")).startsWith("B", "A", "C", "D", "H");
        assertThat(ranked("NETWORK_LOSS", "")).startsWith("B", "A", "C", "D", "H");
        assertThat(ranked("SCORE", ", filter: {region: \"east\"}")).containsExactlyInAnyOrder("A", "C", "E", "G", "I");
        assertThat(ranked("SPREAD", ", filter: {joinedBetween: {from: \"2026-01-08\"}}"))
                .containsExactly("H", "I");
        var first = api.ask(
                        "{ influenceRanking(first: 2) { totalCount pageInfo { endCursor hasNextPage } basis { n rule { version } } } }")
                .path("influenceRanking");
        assertThat(first.path("totalCount").asInt()).isEqualTo(9);
        assertThat(first.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
        var second = api.ask(
                "query($after: String) { influenceRanking(first: 200, after: $after) { edges { node { client { id } place } } } }",
                Map.of("after", first.at("/pageInfo/endCursor").asString()));
        assertThat(second.at("/influenceRanking/edges").size()).isEqualTo(7);
    }

    @Test
    void readersSeeTheOldRunUntilTheNewOneIsComplete() {
        runs.runNow();
        var before = influence("A");
        graph.run(
                "CREATE (:InfluenceRun {id: 'half', asOf: datetime(), ruleVersion: 1})"
                        + " CREATE (:InfluenceBatch {key: 'half SCORES 0', runId: 'half', kind: 'SCORES', number: 0, clientIds: ['A']})");
        runs.reload();
        assertThat(influence("A")).isEqualTo(before);
        runs.runNow();
        assertThat(graph.run("MATCH (batch:InfluenceBatch) RETURN DISTINCT batch.runId AS run, batch.kind AS kind"))
                .hasSize(1);
    }

    @Test
    void aRunInterruptedAfterTheTieGraphIsTakenUpWithoutAskingItAgain() {
        graph.run("""
                CREATE (:Job {id: 'left', kind: 'INFLUENCE_RUN', running: 'INFLUENCE_RUN', state: 'RUNNING', done: 0, attempts: 1,
                  checkpoint: 'TIES 1', startedBy: 'kith', startedAt: datetime(), updatedAt: datetime()})
                CREATE (:InfluenceBatch {key: 'left TIES 0', runId: 'left', kind: 'TIES', number: 0,
                  clientIds: ['A', 'I'], pageRanks: [0.25, 9.5], circles: [4, 5]})
                """);
        jobs.afterPropertiesSet();
        api.ask("mutation { resumeJob(input: {id: \"left\"}) { id } }");
        jobs.watch("left").blockLast();
        var ranked = api.ask(
                "{ influenceRanking(by: PAGE_RANK, first: 1) { edges { node { client { id } value circle } } } }");
        assertThat(ranked.at("/influenceRanking/edges/0/node/client/id").asString())
                .isEqualTo("I");
        assertThat(ranked.at("/influenceRanking/edges/0/node/value").asDouble()).isEqualTo(9.5);
        assertThat(ranked.at("/influenceRanking/edges/0/node/circle").asInt()).isEqualTo(5);
    }

    @Test
    void rankFlowsToThoseWhoBringOthers() {
        graph.clear();
        graph.run("""
                CREATE (ana:Client {id: 'ana', name: 'Ana', netRevenue: 0, version: 1, createdAt: datetime()})
                WITH ana UNWIND range(1, 5) AS number
                CREATE (ana)-[:REFERRED {referralId: number, referredId: 'f' + number, converted: false}]->
                  (:Client {id: 'f' + number, name: 'Friend', netRevenue: 0, version: 1, createdAt: datetime()})
                """);
        referrals.rebuildNetwork();
        runs.runNow();
        var ranks = api.ask("{ influenceRanking(by: PAGE_RANK, first: 10) { edges { node { client { id } value } } } }")
                .at("/influenceRanking/edges");
        assertThat(ranks.at("/0/node/client/id").asString()).isEqualTo("ana");
        assertThat(ranks.at("/0/node/value").asDouble()).isCloseTo(0.15 + 0.85 * 5 * 0.15, within(1e-6));
        assertThat(ranks.at("/1/node/value").asDouble()).isCloseTo(0.15, within(1e-6));
    }

    @Test
    void pageRankAgreesWithAPowerIterationOnTheTieGraph() {
        for (var round = 0; round < 3; round++) {
            var seed = SEED + round;
            graph.clear();
            var world = TieWorld.random(new Random(seed), 60);
            graph.run(TieWorld.cypher(), world.parameters());
            referrals.rebuildNetwork();
            runs.runNow();
            var standing = runs.current().orElseThrow();
            var rule = standing.run().rule();
            var expected = world.pageRanks(rule.damping(), rule.ties());
            for (var client : world.clients()) {
                assertThat(standing.component(InfluenceComponentName.PAGE_RANK)
                                .value(standing.row(client).orElseThrow()))
                        .as("%s, seed %d", client, seed)
                        .isCloseTo(expected.get(client), within(1e-6));
            }
        }
    }

    @Test
    void aNewRuleIsProposedLookedAtAndAdopted() {
        runs.runNow();
        var proposed = api.ask("""
                mutation { proposeInfluenceRule(input: {
                  gamma: 0.1, note: "Own friends only",
                  weights: {downstreamValue: 1, convertedReferrals: 0, conversion: 0, pageRank: 0}
                }) { id version adoptedAt gamma preview(top: 1) { entrants { id } leavers { id } n } parameters { name source } } }
                """).path("proposeInfluenceRule");
        assertThat(proposed.path("version").asInt()).isEqualTo(2);
        assertThat(proposed.path("adoptedAt").isNull()).isTrue();
        assertThat(proposed.at("/preview/entrants/0/id").asString()).isEqualTo("B");
        assertThat(proposed.at("/preview/leavers/0/id").asString()).isEqualTo("A");
        runs.runNow();
        assertThat(influence("A").at("/rule/version").asInt()).isEqualTo(1);
        api.ask("mutation { adoptInfluenceRule(input: {version: 2}) { adoptedAt } }");
        runs.runNow();
        assertThat(influence("A").at("/rule/version").asInt()).isEqualTo(2);
        assertThat(influence("B").path("score").asDouble()).isEqualTo(100);
        var versions = api.ask("{ influenceRules { edges { node { version note createdBy } } } }")
                .at("/influenceRules/edges");
        assertThat(versions.size()).isEqualTo(2);
        assertThat(api.refusedWith("mutation { adoptInfluenceRule(input: {version: 1}) { version } }"))
                .isEqualTo("CONFLICT");
        assertThat(api.refusedWith("mutation { adoptInfluenceRule(input: {version: 9}) { version } }"))
                .isEqualTo("NOT_FOUND");
        assertThat(api.refusedWith("mutation { proposeInfluenceRule(input: {weights: {downstreamValue: 0.5,"
                        + " convertedReferrals: 0.1, conversion: 0, pageRank: 0}}) { version } }"))
                .isEqualTo("INVALID_INPUT");
    }

    @Test
    void aRunIsStartedOnDemandAndToldAsAJob() {
        var job = api.ask("mutation { startInfluenceRun { id kind state } }").path("startInfluenceRun");
        assertThat(job.path("kind").asString()).isEqualTo("INFLUENCE_RUN");
        var end = jobs.watch(job.path("id").asString()).blockLast();
        assertThat(String.valueOf(end)).contains("DONE");
        var run = api.ask("{ influenceRun { id clients tieGraph missing rule { version } } }")
                .path("influenceRun");
        assertThat(run.path("id")).isEqualTo(job.path("id"));
        assertThat(run.path("clients").asInt()).isEqualTo(9);
        assertThat(run.path("tieGraph").asBoolean()).isTrue();
    }

    private JsonNode influence(String id) {
        return api.ask(
                        "query($id: ID!) { client(id: $id) { influence { score rank percentile rated asOf rule { version }"
                                + " downstreamValue { amount } directCredit { amount } chainCredit { amount } } } }",
                        Map.of("id", id))
                .at("/client/influence");
    }

    private List<String> ranked(String by, String filter) {
        return api.ask("{ influenceRanking(by: %s, first: 20%s) { edges { node { client { id } } } } }"
                        .formatted(by, filter))
                .at("/influenceRanking/edges")
                .valueStream()
                .map(edge -> edge.at("/node/client/id").asString())
                .toList();
    }

    private static BigDecimal amount(JsonNode influence, String field) {
        return influence.path(field).path("amount").decimalValue();
    }
}
