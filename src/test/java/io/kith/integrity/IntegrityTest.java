package io.kith.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestClock;
import io.kith.TestGraph;
import io.kith.job.Jobs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Ana brings Ben and others, some of whom may be Ana herself; Olga works at the clinic, Oscar is her husband. */
@KithTest
class IntegrityTest {

    private static final String RECORD =
            "mutation($input: RecordReferralInput!) { recordReferral(input: $input) { id } }";
    private static final String REVIEW =
            "mutation($id: ID!, $verdict: ReviewVerdict!, $reason: String!) { reviewFinding(input: {findingId: $id,"
                    + " verdict: $verdict, reason: $reason}) { id } }";
    private static final String OPEN = """
            query($state: FindingState!) { findings(state: $state) { edges { node {
              id kind severity state holdsPayouts evidence clients { id } referrals { id } steps { what by reason }
            } } } }
            """;

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    TestClock clock;

    @Autowired
    Findings findings;

    @Autowired
    Jobs jobs;

    @BeforeEach
    void theCast() {
        graph.clear();
        clock.stopAt("2026-03-02T10:00:00Z");
        graph.run("CREATE (:Staff {id: 'olga', name: 'Olga', role: 'CONSULTANT'})");
        register(Map.of("id", "ana", "name", "Ana", "phone", "13800138000", "birthDate", "1990-05-04"));
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void whoHasHerReferrersPhoneIsHeldUntilSomebodyApproves() {
        var referral = bring("ana", Map.of("id", "ben", "name", "Ben", "phone", "+86 138 0013 8000"));
        var finding = only("OPEN");
        assertThat(finding.path("kind").asString()).isEqualTo("SHARED_PHONE");
        assertThat(finding.path("severity").asString()).isEqualTo("HIGH");
        assertThat(finding.path("holdsPayouts").asBoolean()).isTrue();
        assertThat(finding.at("/evidence/0").asString()).contains("ben", "ana").doesNotContain("138");
        assertThat(ids(finding.path("clients"))).containsExactly("ana", "ben");
        assertThat(ids(finding.path("referrals"))).containsExactly(referral);
        assertThat(findings.held(List.of(referral))).containsExactly(referral);
        assertThat(api.ask("{ client(id: \"ben\") { referrer { id } } }")
                        .at("/client/referrer/id")
                        .asString())
                .as("nobody is punished")
                .isEqualTo("ana");

        review(finding, "APPROVE", "mother and son");
        assertThat(findings.held(List.of(referral))).isEmpty();
        scan();
        var approved = only("APPROVED");
        assertThat(approved.at("/steps")
                        .valueStream()
                        .map(step -> step.path("what").asString())
                        .toList())
                .containsExactly("FOUND", "APPROVED");
        assertThat(approved.at("/steps/1/by").asString()).isEqualTo("director");
        assertThat(approved.at("/steps/1/reason").asString()).isEqualTo("mother and son");

        review(approved, "REJECT", "it is the same person");
        assertThat(findings.held(List.of(referral))).containsExactly(referral);
        assertThat(api.refusedWith(REVIEW, verdict(approved, "REJECT", "again")))
                .isEqualTo("CONFLICT");
        assertThat(only("REJECTED").path("steps").size()).isEqualTo(3);
    }

    @Test
    void aFamilyIsNotFlaggedAndExplainsWhatWas() {
        bring("ana", Map.of("id", "ben", "name", "Ben", "phone", "13800138000"));
        api.ask("mutation { declareFamily(input: {id: \"f1\", memberIds: [\"ana\", \"ben\"]}) { members { id } } }");
        assertThat(open()).isEmpty();
        var explained = only("EXPLAINED");
        assertThat(explained.at("/steps/1/reason").asString()).isEqualTo("family f1");
        scan();
        assertThat(open()).isEmpty();
        register(Map.of("id", "carl", "name", "Carl", "phone", "13800138000"));
        graph.run(
                "MATCH (ana:Client {id: 'ana'}) MATCH (carl:Client {id: 'carl'}) CREATE (carl)-[:TIED {kind: 'KIN'}]->(ana)");
        bring("ben", "carl");
        assertThat(open()).as("Carl is Ana's kin, Ana is Ben's family").isEmpty();

        api.ask("mutation { withdrawFamily(input: {familyId: \"f1\"}) { withdrawnBy } }");
        assertThat(api.refusedWith("mutation { withdrawFamily(input: {familyId: \"f1\"}) { id } }"))
                .isEqualTo("CONFLICT");
        assertThat(kinds())
                .as("at once, not at the next scan")
                .containsOnly("SHARED_PHONE")
                .hasSize(2);
        scan();
        assertThat(kinds()).containsOnly("SHARED_PHONE").hasSize(2);
        assertThat(in("OPEN").stream()
                        .filter(found -> found.path("id").equals(explained.path("id")))
                        .findFirst()
                        .orElseThrow()
                        .at("/steps")
                        .valueStream()
                        .map(step -> step.path("what").asString())
                        .toList())
                .containsExactly("FOUND", "EXPLAINED", "FOUND_ANEW");
    }

    @Test
    void whoSeemsToHaveBroughtHerselfIsFoundByNameAndBirthDate() {
        bring("ana", Map.of("id", "ana-2", "name", " ANA", "phone", "13911112222", "birthDate", "1990-05-04"));
        bring("ana", Map.of("id", "ann", "name", "Ana", "phone", "13911113333", "birthDate", "1991-05-04"));
        assertThat(kinds()).containsExactly("SELF_REFERRAL");
        assertThat(ids(only("OPEN").path("clients"))).containsExactly("ana", "ana-2");
    }

    @Test
    void friendsWithOnePhoneAreHeldAllOfThem() {
        bring("ana", Map.of("id", "ben", "name", "Ben", "phone", "13911112222"));
        assertThat(open()).isEmpty();
        bring("ana", Map.of("id", "cleo", "name", "Cleo", "phone", "13911112222"));
        assertThat(open())
                .hasSize(2)
                .allMatch(found -> found.path("holdsPayouts").asBoolean());
        bring("ana", Map.of("id", "dan", "name", "ben ", "phone", "13911112222"));
        assertThat(kinds()).containsOnly("SHARED_PHONE", "SELF_REFERRAL");
    }

    @Test
    void whoOnceBroughtHerReferrerIsFound() {
        register(Map.of("id", "ben", "name", "Ben"));
        var first = bring("ana", "ben");
        api.ask("mutation { retractReferral(input: {referralId: \"" + first + "\", reason: \"no\"}) { id } }");
        var second = bring("ben", "ana");
        var finding = only("OPEN");
        assertThat(finding.path("kind").asString()).isEqualTo("RECIPROCAL");
        assertThat(finding.path("severity").asString())
                .as("it may be a correction")
                .isEqualTo("MEDIUM");
        assertThat(ids(finding.path("referrals"))).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void sixWithinThreeDaysAreABurstAndFiveAreNot() {
        for (var number = 1; number <= 5; number++) {
            bring("ana", Map.of("id", "friend" + number, "name", "Friend " + number));
        }
        assertThat(open()).isEmpty();
        bring("ana", Map.of("id", "friend6", "name", "Friend 6"));
        assertThat(only("OPEN").path("kind").asString()).isEqualTo("BURST");
        assertThat(only("OPEN").path("referrals").size()).isEqualTo(6);
        bring("ana", Map.of("id", "friend7", "name", "Friend 7"));
        assertThat(only("OPEN").path("referrals").size())
                .as("the same burst goes on")
                .isEqualTo(7);
    }

    @Test
    void aReferralDatedAfterTheFirstPaidVisitIsFound() {
        register(Map.of("id", "ben", "name", "Ben"));
        api.ask(
                "mutation { recordVisit(input: {id: \"v1\", clientId: \"ben\", charged: 100, at: \"2026-02-01T04:00:00Z\"}) { id } }");
        bring("ana", "ben");
        assertThat(kinds()).containsExactly("AFTER_FIRST_PAID_VISIT");
        assertThat(only("OPEN").path("severity").asString()).isEqualTo("LOW");
    }

    @Test
    void staffAndTheirHouseholdsAreFound() {
        graph.run(
                "MATCH (olga:Staff {id: 'olga'}) CREATE (:Client {id: 'olga-client', name: 'Olga', netRevenue: 0, version: 1,"
                        + " createdAt: datetime()})-[:WORKS_AS]->(olga)");
        register(Map.of("id", "oscar", "name", "Oscar"));
        api.ask("mutation { declareFamily(input: {memberIds: [\"oscar\", \"olga-client\"]}) { id } }");
        bring("oscar", Map.of("id", "ben", "name", "Ben"));
        bring("ana", Map.of("id", "cleo", "name", "Cleo"));
        var finding = only("OPEN");
        assertThat(finding.path("kind").asString()).isEqualTo("STAFF_LINK");
        assertThat(finding.path("holdsPayouts").asBoolean())
                .as("packs say themselves whether staff are paid")
                .isFalse();
        assertThat(finding.at("/evidence/0").asString()).contains("oscar", "olga");
    }

    @Test
    void onlyDirectorsSeeAndDecide() {
        bring("ana", Map.of("id", "ben", "name", "Ben", "phone", "13800138000"));
        var id = only("OPEN").path("id").asString();
        for (var level : List.of("doctor", "client service")) {
            assertThat(api.as(level).refusedWith(OPEN, Map.of("state", "OPEN"))).isEqualTo("FORBIDDEN");
            assertThat(api.as(level).refusedWith(REVIEW, verdict(only("OPEN"), "APPROVE", "x")))
                    .isEqualTo("FORBIDDEN");
        }
        assertThat(api.refusedWith(REVIEW, Map.of("id", "nobody", "verdict", "APPROVE", "reason", "x")))
                .isEqualTo("NOT_FOUND");
        assertThat(api.refusedWith(REVIEW, Map.of("id", id, "verdict", "APPROVE", "reason", " ")))
                .isEqualTo("INVALID_INPUT");
    }

    @Test
    void theQueueIsPagedTheLongestOpenFirst() {
        for (var number = 1; number <= 5; number++) {
            clock.move(Duration.ofDays(4));
            bring("ana", Map.of("id", "ben" + number, "name", "Ben " + number, "phone", "13800138000"));
        }
        var query = "query($after: String) { findings(severity: HIGH, kind: SHARED_PHONE, first: 2, after: $after) {"
                + " pageInfo { endCursor hasNextPage } edges { node { id openedAt } } } }";
        var seen = new ArrayList<String>();
        var after = new HashMap<String, Object>();
        JsonNode page;
        do {
            page = api.ask(query, after).path("findings");
            page.path("edges")
                    .forEach(edge -> seen.add(edge.at("/node/openedAt").asString()));
            after.put("after", page.at("/pageInfo/endCursor").asString());
        } while (page.at("/pageInfo/hasNextPage").asBoolean());
        assertThat(seen).hasSize(5).isSorted();
    }

    private void review(JsonNode finding, String verdict, String reason) {
        api.ask(REVIEW, verdict(finding, verdict, reason));
    }

    private static Map<String, Object> verdict(JsonNode finding, String verdict, String reason) {
        return Map.of("id", finding.path("id").asString(), "verdict", verdict, "reason", reason);
    }

    private void scan() {
        jobs.run(IntegrityScan.NAME, null);
    }

    private List<JsonNode> open() {
        return in("OPEN");
    }

    private List<String> kinds() {
        return open().stream().map(found -> found.path("kind").asString()).toList();
    }

    private JsonNode only(String state) {
        var found = in(state);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<JsonNode> in(String state) {
        return api.ask(OPEN, Map.of("state", state))
                .at("/findings/edges")
                .valueStream()
                .map(edge -> edge.path("node"))
                .toList();
    }

    private void register(Map<String, Object> client) {
        api.ask(
                "mutation($input: RegisterClientInput!) { registerClient(input: $input) { id } }",
                Map.of("input", client));
    }

    private String bring(String referrer, Map<String, Object> friend) {
        return api.ask(RECORD, Map.of("input", Map.of("referrerId", referrer, "newClient", friend)))
                .at("/recordReferral/id")
                .asString();
    }

    private String bring(String referrer, String friend) {
        return api.ask(RECORD, Map.of("input", Map.of("referrerId", referrer, "referredId", friend)))
                .at("/recordReferral/id")
                .asString();
    }

    private static List<String> ids(JsonNode list) {
        return list.valueStream().map(node -> node.path("id").asString()).toList();
    }
}
