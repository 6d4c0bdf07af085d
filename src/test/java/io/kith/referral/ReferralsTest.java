package io.kith.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestGraph;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Ana brought Ben, who brought Cleo; Dan came by himself. */
@KithTest
class ReferralsTest {

    private static final String RECORD =
            "mutation($input: RecordReferralInput!) { recordReferral(input: $input) { id status"
                    + " credited referrer { id } referred { id name } } }";

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @BeforeEach
    void theCast() {
        graph.clear();
        register("ana", "Ana");
        bring("ana", "ben", "Ben");
        bring("ben", "cleo", "Cleo");
        register("dan", "Dan");
    }

    @Test
    void aChainIsSeenFromBothEnds() {
        var data = api.ask("""
                {
                  client(id: "cleo") {
                    name referrer { name } root { name }
                    upline { generation client { name } referral { referred { id } } }
                  }
                  top: client(id: "ana") {
                    downline { totalCount edges { node { generation client { id name } } } }
                    downlineSummary { clients converted depth netRevenue { amount currency } generations { generation clients } }
                  }
                }
                """);
        var cleo = data.path("client");
        assertThat(cleo.path("referrer").path("name").asString()).isEqualTo("Ben");
        assertThat(cleo.path("root").path("name").asString()).isEqualTo("Ana");
        assertThat(texts(cleo.path("upline"), "client", "name")).containsExactly("Ben", "Ana");
        assertThat(texts(cleo.path("upline"), "referral", "referred", "id")).containsExactly("cleo", "ben");
        var top = data.path("top");
        assertThat(texts(top.path("downline").path("edges"), "node", "client", "name"))
                .containsExactly("Ben", "Cleo");
        assertThat(top.path("downlineSummary").path("clients").asInt()).isEqualTo(2);
        assertThat(top.path("downlineSummary").path("depth").asInt()).isEqualTo(2);
    }

    @Test
    void aFriendHasOneReferrer() {
        assertThat(refused("dan", "cleo")).isEqualTo("SECOND_REFERRER");
    }

    @Test
    void aChainCannotCloseOnItself() {
        assertThat(refused("cleo", "ana")).isEqualTo("CYCLE");
        assertThat(refused("dan", "dan")).isEqualTo("SELF_REFERRAL");
    }

    @Test
    void nobodyUnknownTakesPart() {
        assertThat(refused("nobody", "dan")).isEqualTo("NOT_FOUND");
        assertThat(refused("dan", "nobody")).isEqualTo("NOT_FOUND");
    }

    @Test
    void aPaidVisitConvertsTheReferralAndCountsAtOnce() {
        visit("v1", "cleo", "120.50");
        var summary = api.ask("{ client(id: \"ana\") { downlineSummary { converted netRevenue { amount } } } }")
                .path("client")
                .path("downlineSummary");
        assertThat(summary.path("converted").asInt()).isEqualTo(1);
        assertThat(summary.path("netRevenue").path("amount").decimalValue()).isEqualByComparingTo("120.50");
        var refund = "mutation { refundVisit(input: {visitId: \"v1\", amount: 20.50}) { refunded { amount } } }";
        api.ask(refund);
        assertThat(netBelow("ana")).isEqualByComparingTo("100");
        assertThat(api.refusedWith("mutation { refundVisit(input: {visitId: \"v1\", amount: 100.01}) { id } }"))
                .isEqualTo("INVALID_INPUT");
        assertThat(netBelow("ana")).isEqualByComparingTo("100");
    }

    @Test
    void aRetractedLinkIsStillThereAsOfThen() {
        var before = api.ask("{ client(id: \"cleo\") { upline { referral { id recordedAt } } } }")
                .path("client")
                .path("upline")
                .path(0)
                .path("referral");
        api.ask(
                "mutation($id: ID!) { retractReferral(input: {referralId: $id, reason: \"claimed by mistake\"}) { credited } }",
                Map.of("id", before.path("id").asString()));
        assertThat(api.ask("{ client(id: \"cleo\") { upline { generation } } }")
                        .path("client")
                        .path("upline")
                        .size())
                .isZero();
        var then = api.ask("""
                query($known: DateTime!) {
                  client(id: "cleo") { upline(asOf: {known: $known}) { client { name } } }
                  ana: client(id: "ana") {
                    downline(asOf: {known: $known}) { edges { node { generation client { name } } } }
                    downlineSummary(asOf: {known: $known}) { clients depth }
                  }
                }
                """, Map.of("known", before.path("recordedAt").asString()));
        assertThat(texts(then.path("client").path("upline"), "client", "name")).containsExactly("Ben", "Ana");
        assertThat(texts(then.path("ana").path("downline").path("edges"), "node", "client", "name"))
                .containsExactly("Ben", "Cleo");
        assertThat(then.path("ana").path("downlineSummary").path("clients").asInt())
                .isEqualTo(2);
        api.ask("mutation { attributeReferral(input: {referrerId: \"dan\", referredId: \"cleo\"}) { id } }");
        assertThat(api.ask("{ client(id: \"cleo\") { referrer { name } } }")
                        .path("client")
                        .path("referrer")
                        .path("name")
                        .asString())
                .isEqualTo("Dan");
    }

    @Test
    void thePathBetweenTwoClientsTurnsAtTheirNearestCommonReferrer() {
        bring("ana", "eve", "Eve");
        var path = api.ask("{ referralPath(from: \"cleo\", to: \"eve\") { nearestCommonReferrer { name }"
                        + " steps { direction client { id } } } }")
                .path("referralPath");
        assertThat(path.path("nearestCommonReferrer").path("name").asString()).isEqualTo("Ana");
        assertThat(texts(path.path("steps"), "client", "id")).containsExactly("cleo", "ben", "ana", "eve");
        assertThat(texts(path.path("steps"), "direction")).containsExactly("START", "UP", "UP", "DOWN");
        assertThat(api.ask("{ referralPath(from: \"cleo\", to: \"dan\") { steps { direction } } }")
                        .path("referralPath")
                        .isNull())
                .isTrue();
    }

    @Test
    void aReferralCodeNamesItsHolder() {
        var code = api.ask("mutation { issueReferralCode(input: {clientId: \"dan\"}) { code } }")
                .path("issueReferralCode")
                .path("code")
                .asString();
        var input = Map.of("code", code.toLowerCase(), "newClient", Map.of("id", "finn", "name", "Finn"));
        var referral = api.ask(RECORD, Map.of("input", input)).path("recordReferral");
        assertThat(referral.path("referrer").path("id").asString()).isEqualTo("dan");
        assertThat(api.ask(
                                "query($code: String) { clients(search: $code) { edges { node { id } } } }",
                                Map.of("code", code))
                        .at("/clients/edges/0/node/id")
                        .asString())
                .isEqualTo("dan");
    }

    @Test
    void oneKeyHasOneEffect() {
        Map<String, Object> input =
                Map.of("referrerId", "dan", "newClient", Map.of("name", "Gus"), "idempotencyKey", "k1");
        var first = api.ask(RECORD, Map.of("input", input));
        assertThat(api.ask(RECORD, Map.of("input", input))).isEqualTo(first);
        Map<String, Object> other =
                Map.of("referrerId", "ana", "newClient", Map.of("name", "Gus"), "idempotencyKey", "k1");
        assertThat(api.refusedWith(RECORD, Map.of("input", other))).isEqualTo("CONFLICT");
    }

    private BigDecimal netBelow(String id) {
        return api.ask(
                        "query($id: ID!) { client(id: $id) { downlineSummary { netRevenue { amount } } } }",
                        Map.of("id", id))
                .at("/client/downlineSummary/netRevenue/amount")
                .decimalValue();
    }

    private void register(String id, String name) {
        api.ask(
                "mutation($id: ID!, $name: String!) { registerClient(input: {id: $id, name: $name}) { id } }",
                Map.of("id", id, "name", name));
    }

    private void bring(String referrer, String friend, String name) {
        var input = Map.of("referrerId", referrer, "newClient", Map.of("id", friend, "name", name));
        api.ask(RECORD, Map.of("input", input));
    }

    private String refused(String referrer, String friend) {
        return api.refusedWith(RECORD, Map.of("input", Map.of("referrerId", referrer, "referredId", friend)));
    }

    private void visit(String id, String client, String paid) {
        api.ask(
                "mutation($id: ID!, $client: ID!, $paid: Decimal!) {"
                        + " recordVisit(input: {id: $id, clientId: $client, charged: $paid}) { paid { amount } } }",
                Map.of("id", id, "client", client, "paid", new BigDecimal(paid)));
    }

    private static List<String> texts(JsonNode list, String... path) {
        return list.valueStream()
                .map(node -> {
                    var at = node;
                    for (var step : path) {
                        at = at.path(step);
                    }
                    return at.asString();
                })
                .toList();
    }
}
