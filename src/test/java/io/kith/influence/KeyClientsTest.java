package io.kith.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestGraph;
import io.kith.referral.Referrals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What the clinic stands to lose, whom to ask next, and who is key without spending: among the nine of the design. */
@KithTest
class KeyClientsTest {

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    Referrals referrals;

    @Autowired
    InfluenceRuns runs;

    @BeforeEach
    void theNine() {
        NineClients.write(graph, referrals);
    }

    @Test
    void aClientsNetworkValueAtRiskAddsUpAndNamesItsAssumptions() {
        graph.run("MATCH (a:Client {id: 'A'}) MATCH (h:Client {id: 'H'}) MATCH (g:Client {id: 'G'})"
                + " CREATE (h)-[:TIED {kind: 'FRIEND'}]->(a), (a)-[:TIED {kind: 'KIN'}]->(g)");
        graph.run("MATCH (referral:Referral) SET referral.occurredOn = date('1999-01-01')");
        var risk = api.ask("""
                { client(id: "A") { networkValueAtRisk {
                  total { amount } own { amount } networkLoss { amount } tieLoss { amount } futureReferrals { amount }
                  branches { client { id } loss { amount } }
                  basis { n wording parameters { name value unit origin source } }
                } } }
                """).at("/client/networkValueAtRisk");
        assertThat(money(risk, "own")).isEqualByComparingTo("10000");
        assertThat(money(risk, "networkLoss")).isEqualByComparingTo("1772.66");
        assertThat(money(risk, "tieLoss")).isEqualByComparingTo("2615.81"); // δ · 20000 for H; G is below her already
        assertThat(money(risk, "futureReferrals")).isEqualByComparingTo("0");
        assertThat(money(risk, "total")).isEqualByComparingTo("14388.47");
        assertThat(risk.at("/branches/0/client/id").asString()).isEqualTo("B");
        assertThat(risk.at("/basis/parameters")
                        .valueStream()
                        .allMatch(parameter ->
                                !parameter.path("source").asString().isBlank()))
                .isTrue();
        assertThat(risk.at("/basis/wording").asString()).contains("association");
        var later = api.ask("{ client(id: \"A\") { networkValueAtRisk(months: 3) { networkLoss { amount } } } }")
                .at("/client/networkValueAtRisk");
        assertThat(money(later, "networkLoss").doubleValue())
                .isCloseTo(lossOfA(Assumptions.delta(0.2, 0.4)), within(0.01));
    }

    @Test
    void whoDoesNotWantToBeRankedStandsInNoList() {
        runs.runNow();
        api.ask(
                "mutation { recordConsent(input: {clientId: \"A\", purpose: MARKETING_PROFILE, given: false}) { id } }");
        for (var by : InfluenceMeasure.values()) {
            var ranking = api.ask(
                            "query($by: InfluenceMeasure!) { influenceRanking(by: $by) { totalCount edges { node { client { id } } } } }",
                            Map.of("by", by.name()))
                    .path("influenceRanking");
            assertThat(ranking.path("totalCount").asInt()).as("%s", by).isEqualTo(8);
            assertThat(ids(ranking.path("edges"), "node", "client"))
                    .as("%s", by)
                    .hasSize(8)
                    .doesNotContain("A");
        }
        var others = api.ask("""
                {
                  networkValueAtRisk { totalCount edges { node { client { id } } } }
                  valueMap { groups { clients first { id } } entrants { id } leavers { id } }
                }
                """);
        assertThat(others.at("/networkValueAtRisk/totalCount").asInt()).isEqualTo(8);
        assertThat(ids(others.at("/networkValueAtRisk/edges"), "node", "client"))
                .hasSize(8)
                .doesNotContain("A");
        assertThat(others.path("valueMap").toString()).contains("\"H\"").doesNotContain("\"A\"");
        assertThat(others.at("/valueMap/groups")
                        .valueStream()
                        .mapToInt(group -> group.path("clients").asInt())
                        .sum())
                .as("groups hold her still")
                .isEqualTo(9);
    }

    @Test
    void theRankingByNetworkValueAtRiskSaysWhatEachClientSays() {
        graph.run("MATCH (a:Client {id: 'A'}) MATCH (h:Client {id: 'H'}) CREATE (h)-[:TIED {kind: 'FRIEND'}]->(a)");
        var edges = api.ask(
                        "{ networkValueAtRisk(first: 9) { totalCount edges { node { client { id } total { amount } tieLoss { amount } } } } }")
                .at("/networkValueAtRisk/edges");
        assertThat(edges.size()).isEqualTo(9);
        assertThat(edges.at("/0/node/client/id").asString()).isEqualTo("H");
        for (var edge : edges) {
            var alone = api.ask(
                            "query($id: ID!) { client(id: $id) { networkValueAtRisk { total { amount } } } }",
                            java.util.Map.of("id", edge.at("/node/client/id").asString()))
                    .at("/client/networkValueAtRisk/total/amount");
            assertThat(edge.at("/node/total/amount").decimalValue()).isEqualByComparingTo(alone.decimalValue());
        }
    }

    @Test
    void theAskListPassesOverWhoMayNotBeAsked() {
        graph.run("""
                MATCH (client:Client) SET client.joinedOn = date() - duration('P1Y')
                WITH count(*) AS all
                MATCH (a:Client {id: 'A'}) SET a.joinedOn = date()
                WITH a
                MATCH (b:Client {id: 'B'}) MATCH (h:Client {id: 'H'})
                CREATE (staff:Staff {id: 'S1', name: 'Sun', role: 'CONSULTANT'})
                CREATE (b)-[:HAD_VISIT]->(:Visit {id: 'yesterday', at: datetime() - duration('P1D'), recordedAt: datetime(),
                  charged: 0, paid: 0, refunded: 0})
                CREATE (h)-[:HAD_TOUCHPOINT]->(:Touchpoint {id: 't1', at: datetime() - duration('P2D'), recordedAt: datetime(),
                  stage: 'AFTER', kind: 'CALL', satisfaction: 5, rapport: 5})-[:WITH]->(staff)
                """);
        runs.runNow();
        var list = api.ask("""
                { askList(count: 3) {
                  entries { place client { id } gain spread reason suggestedAsker { staff { id } strength } }
                  passedOver { client { id } reasons } guarantee basis { n rule { version } parameters { name value } }
                } }
                """).path("askList");
        assertThat(ids(list.path("entries"), "client")).hasSize(3).contains("C", "D");
        assertThat(ids(list.path("passedOver"), "client")).contains("A", "B", "H");
        assertThat(list.path("passedOver").toString())
                .contains("TOO_NEW")
                .contains("JUST_TREATED")
                .contains("RECENTLY_CONTACTED");
        assertThat(list.path("guarantee").asString()).contains("63 %");
        var open = api.ask(
                        "{ askList(count: 3, gapDays: 0) { entries { client { id } suggestedAsker { staff { id } strength } } } }")
                .at("/askList/entries");
        assertThat(ids(open, "client")).containsExactlyInAnyOrder("C", "D", "H");
        assertThat(open.valueStream()
                        .filter(entry -> entry.at("/client/id").asString().equals("H"))
                        .map(entry -> entry.at("/suggestedAsker/staff/id").asString()))
                .containsExactly("S1");
        api.ask(
                "mutation { recordFeedback(input: {id: \"f1\", clientId: \"C\", kind: COMPLAINT, severity: 2}) { id } }");
        var afterComplaint = api.ask(
                        "{ askList(count: 3) { entries { client { id } } passedOver { client { id } reasons } } }")
                .path("askList");
        assertThat(ids(afterComplaint.path("entries"), "client")).doesNotContain("C");
        assertThat(afterComplaint.path("passedOver").toString()).contains("OPEN_COMPLAINT");
        assertThat(api.refusedWith("{ askList(count: 51) { guarantee } }")).isEqualTo("INVALID_INPUT");
    }

    @Test
    void theValueMapFindsWhoIsKeyWithoutSpending() {
        graph.run("MATCH (client:Client {id: 'B'}) SET client.netRevenue = 1, client.version = 2");
        referrals.rebuildNetwork();
        var map = api.ask("""
                { valueMap(share: 0.2) {
                  groups { group clients ownValue { amount } referralValue { amount } first { id } }
                  spendOnly { clients value { amount } share } combined { clients value { amount } share }
                  entrants { id } leavers { id } jaccard basis { n parameters { name value source } }
                } }
                """).path("valueMap");
        var clients = map.path("groups")
                .valueStream()
                .mapToInt(group -> group.path("clients").asInt())
                .sum();
        assertThat(clients).isEqualTo(9);
        assertThat(map.at("/spendOnly/clients").asInt()).isEqualTo(2);
        assertThat(ids(map.path("entrants"))).containsExactly("A");
        assertThat(ids(map.path("leavers"))).containsExactly("D");
        assertThat(map.path("jaccard").asDouble()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(ids(map.at("/groups/1/first"))).contains("B");
    }

    @Test
    void theBacktestSaysPlainlyWhichListDidBetter() {
        graph.run("""
                MATCH (b:Client {id: 'B'})
                CREATE (b)-[:REFERRED {referralId: 'late', referredId: 'new', converted: true, validFrom: date('2026-04-02'),
                  recordedAt: datetime('2026-04-02T00:00:00Z')}]->(nova:Client {id: 'nova', name: 'Nova', netRevenue: 70000, version: 1,
                  joinedOn: date('2026-04-02'), createdAt: datetime('2026-04-02T00:00:00Z')})
                CREATE (nova)-[:HAD_VISIT]->(:Visit {id: 'vn', at: datetime('2026-04-03T04:00:00Z'), recordedAt: datetime(),
                  charged: 70000, paid: 70000, refunded: 0})
                """);
        referrals.rebuildNetwork();
        var test = api.ask("""
                { valueBacktest(split: "2026-04-01", share: 0.35) {
                  listed verdict sentence referredValue { amount } spendOnlyReferred { amount } combinedReferred { amount } basis { n }
                } }
                """).path("valueBacktest");
        assertThat(test.path("listed").asInt()).isEqualTo(4);
        assertThat(money(test, "referredValue")).isEqualByComparingTo("700");
        assertThat(test.at("/basis/n").asInt()).isEqualTo(9);
        assertThat(test.path("verdict").asString()).isEqualTo("NO_DIFFERENCE");
        var narrow = api.ask("{ valueBacktest(split: \"2026-04-01\", share: 0.3) { verdict listed } }")
                .path("valueBacktest");
        assertThat(narrow.path("listed").asInt()).isEqualTo(3);
        assertThat(narrow.path("verdict").asString()).isEqualTo("COMBINED_DID_BETTER");
    }

    private static double lossOfA(double delta) {
        return delta * 11000 + delta * delta * 19000 + delta * delta * delta * 4000;
    }

    private static List<String> ids(JsonNode list, String... path) {
        return list.valueStream()
                .map(node -> {
                    var at = node;
                    for (var step : path) {
                        at = at.path(step);
                    }
                    return at.path("id").asString();
                })
                .toList();
    }

    private static BigDecimal money(JsonNode node, String field) {
        return node.path(field).path("amount").decimalValue();
    }
}
