package io.kith.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestGraph;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Ana brought Beatrix, who brought Cleo; Beatrix wants to know, then to be forgotten. */
@KithTest
class PrivacyTest {

    private static final String SUMMARY =
            "{ client(id: \"ana\") { downlineSummary { clients depth netRevenue { amount } } downline { edges { node {"
                    + " generation client { id } } } } } }";

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    Consents consents;

    @BeforeEach
    void theCast() {
        graph.clear();
        graph.run("CREATE (:Staff {id: 'olga', name: 'Olga', role: 'CONSULTANT'})");
        api.ask("mutation { registerClient(input: {id: \"ana\", name: \"Ana\"}) { id } }");
        bring(
                "ana",
                Map.of("id", "bea", "name", "Beatrix Nightingale", "phone", "13900139123", "birthDate", "1990-05-04"));
        bring("bea", Map.of("id", "cleo", "name", "Cleo"));
        api.ask("mutation { recordVisit(input: {id: \"v1\", clientId: \"bea\", charged: 120.5}) { id } }");
        api.ask("mutation { recordTouchpoint(input: {id: \"t1\", clientId: \"bea\", staffId: \"olga\", stage: AFTER,"
                + " kind: CALL, note: \"afraid of needles\"}) { id } }");
    }

    @Test
    void herExportHoldsAllThatIsKeptOfHer() {
        consent("bea", "TELL_REFERRER", true);
        var json = api.ask("mutation { exportClient(input: {clientId: \"bea\", reason: \"she asked\"}) { json } }")
                .at("/exportClient/json")
                .asString();
        var all = JsonMapper.shared().readTree(json);
        assertThat(all.at("/client/name").asString()).isEqualTo("Beatrix Nightingale");
        assertThat(all.at("/client/birthDate").asString()).isEqualTo("1990-05-04");
        assertThat(all.at("/visits/0/paid").asLong()).isEqualTo(12050);
        assertThat(all.at("/touchpoints/0/note").asString()).isEqualTo("afraid of needles");
        assertThat(all.at("/consents/0/purpose").asString()).isEqualTo("TELL_REFERRER");
        assertThat(all.path("referrals").size()).isEqualTo(2);
        assertThat(json).doesNotContain("Cleo", "Ana");
    }

    @Test
    void sheIsForgottenAndTheForestStays() {
        var before = api.ask(SUMMARY);
        api.ask("mutation { eraseClient(input: {clientId: \"bea\", reason: \"she asked\"}) { name } }");
        assertThat(api.ask(SUMMARY)).isEqualTo(before);
        var bea = api.ask("{ client(id: \"bea\") { name phone birthDate netRevenue { amount } touchpoints { edges {"
                        + " node { note } } } } }")
                .path("client");
        assertThat(bea.path("name").asString()).isEqualTo("—");
        assertThat(bea.path("phone").isNull()).isTrue();
        assertThat(bea.path("birthDate").isNull()).isTrue();
        assertThat(bea.at("/netRevenue/amount").decimalValue()).isEqualByComparingTo("120.5");
        assertThat(bea.at("/touchpoints/edges/0/node/note").isNull()).isTrue();
        for (var typed : List.of("Beatrix", "nightingale", "13900139123", "9123")) {
            assertThat(found(typed).toString()).as("found by '%s'", typed).doesNotContain("bea");
        }
        assertThat(graph.run("MATCH (node) RETURN collect(properties(node)) AS all")
                        .toString())
                .doesNotContain("Nightingale", "nightingale", "13900139123", "needles");
        assertThat(consents.optedOut(List.of("bea", "ana"))).containsExactly("bea");
    }

    @Test
    void onlyADirectorErasesOrExports() {
        for (var level : List.of("doctor", "client service")) {
            assertThat(api.as(level)
                            .refusedWith("mutation { eraseClient(input: {clientId: \"bea\", reason: \"x\"}) { id } }"))
                    .isEqualTo("FORBIDDEN");
            assertThat(api.as(level)
                            .refusedWith(
                                    "mutation { exportClient(input: {clientId: \"bea\", reason: \"x\"}) { json } }"))
                    .isEqualTo("FORBIDDEN");
        }
    }

    @Test
    void theLatestAnswerCounts() {
        assertThat(consents.optedOut(List.of("bea"))).isEmpty();
        consent("bea", "MARKETING_PROFILE", false);
        assertThat(consents.optedOut(List.of("bea", "ana"))).containsExactly("bea");
        assertThat(consents.allOptedOut()).containsExactly("bea");
        consent("bea", "MARKETING_PROFILE", true);
        assertThat(consents.allOptedOut()).isEmpty();
        assertThat(consents.given("bea", Purpose.MARKETING_PROFILE)).isTrue();
        var answers = api.ask("{ client(id: \"bea\") { consents { purpose given recordedBy } } }")
                .at("/client/consents");
        assertThat(answers.size()).isEqualTo(1);
        assertThat(answers.at("/0/given").asBoolean()).isTrue();
        assertThat(answers.at("/0/recordedBy").asString()).isEqualTo("director");
    }

    @Test
    void herPhoneGoesWhenSheDoesNotWantItKept() {
        assertThat(found("13900139123").toString()).contains("bea");
        consent("bea", "STORE_FRIENDS_PHONE", false);
        assertThat(api.ask("{ client(id: \"bea\") { phone } }")
                        .at("/client/phone")
                        .isNull())
                .isTrue();
        assertThat(found("13900139123").toString()).doesNotContain("bea");
        assertThat(found("nightingale").toString()).contains("bea");
    }

    private JsonNode found(String typed) {
        return api.ask(
                "query($typed: String) { clients(search: $typed) { edges { node { id } } } }", Map.of("typed", typed));
    }

    private void consent(String client, String purpose, boolean given) {
        api.ask(
                "mutation($input: RecordConsentInput!) { recordConsent(input: $input) { id } }",
                Map.of("input", Map.of("clientId", client, "purpose", purpose, "given", given)));
    }

    private void bring(String referrer, Map<String, Object> friend) {
        api.ask(
                "mutation($input: RecordReferralInput!) { recordReferral(input: $input) { id } }",
                Map.of("input", Map.of("referrerId", referrer, "newClient", friend)));
    }
}
