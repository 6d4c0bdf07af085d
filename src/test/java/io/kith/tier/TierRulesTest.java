package io.kith.tier;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestClock;
import io.kith.TestGraph;
import io.kith.influence.InfluenceRuns;
import io.kith.referral.Referrals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A rule is proposed, looked at, signed; what it decides is told apart where other features ask by tier. */
@KithTest
@Timeout(300)
class TierRulesTest {

    private static final int CLIENTS = 100;
    private static final long SEED = 7;
    private static final String PROPOSE =
            "mutation($input: TierRuleInput!) { proposeTierRule(input: $input) { version signedAt createdBy } }";

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
    InfluenceRuns influence;

    @BeforeEach
    void theClinic() {
        TierClinic.write(graph, referrals, CLIENTS, SEED);
        clock.stopAt(TierClinic.NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{weights: {tenure: 0.5, netSpend: 0.4}} | The weights add up to 0.9",
                "{weights: {tenure: 0.33333, netSpend: 0.66667}} | may have 4 decimals",
                "{weights: {tenure: 1.2, netSpend: -0.2}} | TENURE is 1.2",
                "{shares: {vip: 20, main: 30, regular: 30, general: 21}} | The shares add up to 101",
                "{shares: {vip: 0, main: 50, regular: 30, general: 20}} | The share of VIP is 0.0",
                "{shares: {vip: 12.345, main: 37.655, regular: 30, general: 20}} | may have 2 decimals",
                "{hysteresis: 10.5} | hysteresis is 10.5",
                "{hysteresis: -1} | hysteresis is -1",
                "{minimumClients: 19} | minimumClients is 19",
                "{periodDays: 0} | periodDays is 0",
                "{growthDays: 4000} | growthDays is 4000",
                "{feedbackElsewhere: 2} | feedbackElsewhere is 2",
                "{potentialFrom: 101} | potentialFrom is 101"
            })
    void aRuleThatMakesNoSenseIsRefused(String input, String says) {
        for (var field : List.of("query { previewTierRule", "mutation { proposeTierRule")) {
            var refusal = api.refusal("%s(input: %s) { __typename } }".formatted(field, input), Map.of());
            assertThat(refusal.at("/extensions/code").asString()).isEqualTo("INVALID_INPUT");
            assertThat(refusal.path("message").asString()).contains(says);
        }
        assertThat(graph.run("MATCH (rule:TierRule) WHERE rule.version > 1 RETURN rule"))
                .isEmpty();
    }

    @Test
    void onlyADirectorsSignaturePutsARuleInForce() {
        runs.runNow();
        var spendOnly =
                Map.<String, Object>of("weights", Map.of("netSpend", 1), "note", "Money alone", "idempotencyKey", "k1");
        var proposed = api.ask(PROPOSE, Map.of("input", spendOnly)).path("proposeTierRule");
        assertThat(proposed.path("version").asInt()).isEqualTo(2);
        assertThat(proposed.path("signedAt").isNull()).isTrue();
        assertThat(api.ask(PROPOSE, Map.of("input", spendOnly))
                        .at("/proposeTierRule/version")
                        .asInt())
                .as("the same key again")
                .isEqualTo(2);
        runs.runNow();
        assertThat(api.ask("{ tierRun { rule { version signedBy } } }")
                        .at("/tierRun/rule/version")
                        .asInt())
                .isEqualTo(1);
        var sign = "mutation { signTierRule(input: {version: 2}) { signedBy signedAt } }";
        for (var level : List.of("doctor", "client service")) {
            assertThat(api.as(level).refusedWith(sign)).isEqualTo("FORBIDDEN");
            assertThat(api.as(level).refusedWith(PROPOSE, Map.of("input", spendOnly)))
                    .isEqualTo("FORBIDDEN");
        }
        assertThat(api.ask(sign).at("/signTierRule/signedBy").asString()).isEqualTo("director");
        runs.runNow();
        var run =
                api.ask("{ tierRun { number rule { version } } tierExplanation(clientId: \"c0001\") { score percentile"
                        + " criteria { name weight } } }");
        assertThat(run.at("/tierRun/rule/version").asInt()).isEqualTo(2);
        assertThat(run.at("/tierExplanation/criteria").size()).isEqualTo(1);
        assertThat(run.at("/tierExplanation/score").asDouble())
                .isEqualTo(run.at("/tierExplanation/percentile").asDouble());
        assertThat(api.refusedWith("mutation { signTierRule(input: {version: 1}) { version } }"))
                .isEqualTo("CONFLICT");
        assertThat(api.refusedWith("mutation { signTierRule(input: {version: 9}) { version } }"))
                .isEqualTo("NOT_FOUND");
        var rules = api.ask("{ tierRules { edges { node { version note parameters { name value source } } } } }")
                .at("/tierRules/edges");
        assertThat(rules.size()).isEqualTo(2);
        assertThat(rules.at("/0/node/parameters").size()).isEqualTo(23);
    }

    /** What the preview foretells is what happens when the rule is signed and everybody is decided anew. */
    @Test
    void thePreviewNamesEverybodyWhoWillMove() {
        runs.runNow();
        var before = tiers();
        var input = Map.of(
                "weights", Map.of("netSpend", 0.5, "referrals", 0.5),
                "shares", Map.of("vip", 12, "main", 28, "regular", 40, "general", 20));
        var foretold = new HashMap<String, String>();
        String after = null;
        JsonNode preview;
        do {
            var variables = new HashMap<String, Object>();
            variables.put("input", input);
            variables.put("after", after);
            preview = api.ask(
                            "query($input: TierRuleInput!, $after: String) { previewTierRule(input: $input) { n moved asOf"
                                    + " notTriedOut tiers { tier before after } moves(first: 10, after: $after) {"
                                    + " pageInfo { hasNextPage endCursor } edges { node { client { id } from to } } } } }",
                            variables)
                    .path("previewTierRule");
            for (var edge : preview.at("/moves/edges")) {
                var id = edge.at("/node/client/id").asString();
                assertThat(before.get(id)).isEqualTo(edge.at("/node/from").asString());
                foretold.put(id, edge.at("/node/to").asString());
            }
            after = preview.at("/moves/pageInfo/hasNextPage").asBoolean()
                    ? preview.at("/moves/pageInfo/endCursor").asString()
                    : null;
        } while (after != null);
        assertThat(preview.path("moved").asInt()).isEqualTo(foretold.size()).isGreaterThan(10);
        assertThat(api.ask("{ tierRules { totalCount edges { node { version } } } }")
                        .at("/tierRules/edges")
                        .size())
                .as("nothing is written")
                .isEqualTo(1);
        api.ask(PROPOSE, Map.of("input", input));
        api.ask("mutation { signTierRule(input: {version: 2}) { version } }");
        runs.runNow();
        var moved = new HashMap<String, String>();
        tiers().forEach((id, tier) -> {
            if (!tier.equals(before.get(id))) {
                moved.put(id, tier);
            }
        });
        assertThat(moved).isEqualTo(foretold);
        assertThat(api.ask("{ tierRun { moved } }").at("/tierRun/moved").asInt())
                .isEqualTo(moved.size());
        assertThat(api.ask("{ previewTierRule(input: {periodDays: 30}) { notTriedOut } }")
                        .at("/previewTierRule/notTriedOut/0")
                        .asString())
                .isEqualTo("periodDays");
        assertThat(api.refusedWith("{ previewTierRule(input: {minimumClients: 101}) { n } }"))
                .isEqualTo("TOO_FEW_CLIENTS");
    }

    /** Growth and influence among the lower tiers: the flag is no tier and none of the upper two has it. */
    @Test
    void potentialIsAFlagAmongTheLowerTiers() {
        graph.run("""
                MATCH (c:Client {id: 'c0010'})-[:HAD_VISIT]->(v:Visit)
                DETACH DELETE v
                """);
        graph.run("MATCH (c:Client {id: 'c0010'}) SET c.netRevenue = 900000, c.joinedOn = date('2026-02-20')"
                + " CREATE (c)-[:HAD_VISIT]->(:Visit {id: 'late', paid: 900000, refunded: 0, charged: 900000,"
                + " at: datetime('2026-02-21T00:00:00Z')})");
        graph.run("MATCH (c:Client {id: 'c0010'}), (o:Client {id: 'c0011'}) CREATE (c)-[:REFERRED {referralId: 'late',"
                + " referredId: 'c0011', converted: true}]->(o)");
        referrals.rebuildNetwork();
        influence.runNow();
        runs.runNow();
        var flagged = api.ask(
                        "{ tierMembers(potential: true, first: 200) { totalCount edges { node { tier client { id } } } } }")
                .path("tierMembers");
        assertThat(flagged.path("totalCount").asInt())
                .isEqualTo(flagged.path("edges").size())
                .isBetween(1, 20);
        var ids = new ArrayList<String>();
        flagged.path("edges").forEach(edge -> {
            assertThat(edge.at("/node/tier").asString()).isIn("REGULAR", "GENERAL");
            ids.add(edge.at("/node/client/id").asString());
        });
        assertThat(ids).contains("c0010");
        assertThat(api.ask("{ client(id: \"c0010\") { tier { potential name decision { influenceAsOf } } } }")
                        .at("/client/tier/decision/influenceAsOf")
                        .isNull())
                .isFalse();
    }

    @Test
    void scoresChurnAndInfluenceAreToldApartByTier() {
        influence.runNow();
        runs.runNow();
        var tiers = tiers();
        graph.run(
                "MATCH (c:Client) CREATE (c)-[:ANSWERED]->(:SurveyAnswer {id: 's' + c.id, score: CASE WHEN c.id < 'c0050'"
                        + " THEN 10 ELSE 3 END, at: datetime('2026-02-20T00:00:00Z')})");
        var scores = api.ask(
                        "{ promoterScores(from: \"2026-02-01\", to: \"2026-02-28\", by: TIER) { group n promoters } }")
                .path("promoterScores");
        assertThat(scores.size()).isEqualTo(4);
        for (var score : scores) {
            var group = score.path("group").asString();
            assertThat(score.path("n").asLong())
                    .isEqualTo(tiers.values().stream().filter(group::equals).count());
            assertThat(score.path("promoters").asLong())
                    .isEqualTo(tiers.entrySet().stream()
                            .filter(known -> known.getValue().equals(group)
                                    && known.getKey().compareTo("c0050") < 0)
                            .count());
        }
        var churns = api.ask("{ churn(from: \"2026-02-01\", to: \"2026-02-28\", by: TIER) { group base } }")
                .path("churn");
        assertThat(churns.valueStream().map(churn -> churn.path("group").asString()))
                .containsExactlyInAnyOrder("VIP", "MAIN", "REGULAR", "GENERAL");
        var vips = api.ask(
                        "{ influenceRanking(first: 200, filter: {tier: VIP}) { edges { node { client { id } score } } } }")
                .at("/influenceRanking/edges");
        assertThat(vips.valueStream().map(edge -> edge.at("/node/client/id").asString()))
                .containsExactlyInAnyOrderElementsOf(tiers.entrySet().stream()
                        .filter(known -> known.getValue().equals("VIP"))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Test
    void rfmPartsClientsByTheSeedsBreaksAndByQuintiles() {
        visits("c0000", 0, 0);
        visits("c0001", 89, 90);
        visits("c0002", 90, 91);
        visits("c0003", 180);
        visits("c0004", 365);
        visits("c0005", 366);
        graph.run("MATCH (c:Client {id: 'c0006'})-[:HAD_VISIT]->(v) DETACH DELETE v");
        graph.run("MATCH (c:Client {id: 'c0006'}) SET c.netRevenue = 0");
        runs.runNow();
        assertThat(rfm("c0000", "SEEDS")).startsWith("4 2 1 0");
        assertThat(rfm("c0001", "SEEDS")).isEqualTo("4 2 1 89 ORDINARY_VALUE");
        assertThat(rfm("c0002", "SEEDS")).isEqualTo("4 1 1 90 ORDINARY_DEVELOP");
        assertThat(rfm("c0003", "SEEDS")).isEqualTo("3 1 1 180 ORDINARY_WIN_BACK");
        assertThat(rfm("c0004", "SEEDS")).isEqualTo("2 1 1 365 ORDINARY_WIN_BACK");
        assertThat(rfm("c0005", "SEEDS")).isEqualTo("1 1 1 366 ORDINARY_WIN_BACK");
        assertThat(rfm("c0006", "SEEDS")).isEqualTo("0 0 0 null NEVER_PAID");
        assertThat(rfm("c0005", "QUINTILES")).startsWith("1 1 1 366");
        for (var breaks : List.of("SEEDS", "QUINTILES")) {
            var view = api.ask(
                            "query($breaks: RfmBreaks!) { rfm(breaks: $breaks) { n paying asOf segments { segment clients"
                                    + " netRevenue { amount } } clients(segment: IMPORTANT_VALUE, first: 200) { edges { node {"
                                    + " client { id } netRevenue { amount } recency frequency money } } } } }",
                            Map.of("breaks", breaks))
                    .path("rfm");
            assertThat(view.path("paying").asInt()).isEqualTo(CLIENTS - 1);
            assertThat(view.path("segments")
                            .valueStream()
                            .mapToInt(share -> share.path("clients").asInt())
                            .sum())
                    .isEqualTo(CLIENTS);
            assertThat(view.at("/segments/0/clients").asInt())
                    .isEqualTo(view.at("/clients/edges").size());
        }
        var seedsHigh = graph.run("""
                MATCH (c:Client) WITH avg(CASE WHEN c.netRevenue > 0 THEN c.netRevenue END) AS mean
                MATCH (c:Client) WHERE c.netRevenue > mean
                RETURN count(c) AS it
                """).get(0).get("it").asInt();
        var much = api.ask("{ rfm { segments { segment clients } } }")
                .at("/rfm/segments")
                .valueStream()
                .filter(share -> share.path("segment").asString().startsWith("IMPORTANT"))
                .mapToInt(share -> share.path("clients").asInt())
                .sum();
        assertThat(much).isEqualTo(seedsHigh);
    }

    /** Gives a client cheap visits so many days ago in place of hers. */
    private void visits(String id, int... daysAgo) {
        graph.run("MATCH (c:Client {id: $id})-[:HAD_VISIT]->(v) DETACH DELETE v", Map.of("id", id));
        graph.run("MATCH (c:Client {id: $id}) SET c.netRevenue = $net", Map.of("id", id, "net", daysAgo.length));
        for (var days : daysAgo) {
            graph.run(
                    "MATCH (c:Client {id: $id}) CREATE (c)-[:HAD_VISIT]->(:Visit {id: randomUUID(), paid: 1, refunded: 0,"
                            + " charged: 1, at: datetime('2026-02-28T03:00:00Z') - duration({days: $days})})",
                    Map.of("id", id, "days", days));
        }
    }

    private String rfm(String id, String breaks) {
        var rfm = api.ask(
                        "query($id: ID!, $breaks: RfmBreaks!) { client(id: $id) { rfm(breaks: $breaks) { recency frequency"
                                + " money recencyDays segment } } }",
                        Map.of("id", id, "breaks", breaks))
                .at("/client/rfm");
        return "%s %s %s %s %s"
                .formatted(
                        rfm.path("recency"),
                        rfm.path("frequency"),
                        rfm.path("money"),
                        shown(rfm.path("recencyDays")),
                        rfm.path("segment").asString());
    }

    private static @Nullable Integer shown(JsonNode days) {
        return days.isNull() ? null : Integer.valueOf(days.asInt());
    }

    private Map<String, String> tiers() {
        var found = new HashMap<String, String>();
        api.ask("{ tierMembers(first: 200) { edges { node { tier client { id } } } } }")
                .at("/tierMembers/edges")
                .forEach(edge -> found.put(
                        edge.at("/node/client/id").asString(),
                        edge.at("/node/tier").asString()));
        assertThat(found).hasSize(CLIENTS);
        return found;
    }
}
