package io.kith.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestClock;
import io.kith.TestGraph;
import io.kith.TestPlace;
import io.kith.job.Jobs;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Ana brings Ben, who has her phone, and Cleo, who has not; both pay. */
@KithTest
class HoldsTest {

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    TestPlace place;

    @Autowired
    TestClock clock;

    @Autowired
    Jobs jobs;

    @BeforeEach
    void theCast() {
        graph.clear();
        clock.stopAt("2026-03-02T10:00:00Z");
        place.is("generic");
        api.ask("mutation { signPack(input: {name: \"generic-cash\"}) { id } }");
        api.ask("mutation { registerClient(input: {id: \"ana\", name: \"Ana\", phone: \"13800138000\"}) { id } }");
        bring(Map.of("id", "ben", "name", "Ben", "phone", "13800138000"));
        bring(Map.of("id", "cleo", "name", "Cleo", "phone", "13911112222"));
        visit("v1", "ben");
        visit("v2", "cleo");
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void whatAHeldReferralEarnsWaitsAndIsPostedOnceApproved() {
        assertThat(earnedThrough()).as("Ben's waits").containsExactly("cleo 10.00");
        visit("v3", "ben");
        assertThat(earnedThrough()).containsExactly("cleo 10.00");
        review("APPROVE");
        assertThat(earnedThrough()).containsExactlyInAnyOrder("cleo 10.00", "ben 10.00", "ben 10.00");
        visit("v4", "ben");
        assertThat(earnedThrough()).hasSize(4);
        assertThat(api.ask("{ reconcileRewards { intact } }")
                        .at("/reconcileRewards/intact")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void whatWasPostedBeforeAFindingIsNotPaidOutMeanwhile() {
        clock.move(Duration.ofDays(20));
        assertThat(redeem("10")).isEmpty();
        assertThat(redeem("0.01")).as("nothing is left").isEqualTo("LIMIT_EXCEEDED");
        visit("v5", "cleo");
        graph.run("MATCH (cleo:Client {id: 'cleo'}) SET cleo.phone = '13800138000'");
        jobs.run(IntegrityScan.NAME, null);
        clock.move(Duration.ofDays(20));
        assertThat(redeem("10")).as("Cleo's is under review").isEqualTo("LIMIT_EXCEEDED");
        api.ask("mutation { declareFamily(input: {memberIds: [\"ana\", \"ben\", \"cleo\"]}) { id } }");
        assertThat(redeem("10")).isEmpty();
    }

    @Test
    void whatARejectedReferralEarnsIsNeverPosted() {
        review("REJECT");
        visit("v3", "ben");
        assertThat(earnedThrough()).containsExactly("cleo 10.00");
    }

    @Test
    void aFamilyDeclaredSinceLiftsTheHold() {
        api.ask("mutation { declareFamily(input: {memberIds: [\"ana\", \"ben\"]}) { id } }");
        assertThat(earnedThrough()).containsExactlyInAnyOrder("cleo 10.00", "ben 10.00");
    }

    /** The code it is refused with, empty where it is paid out. */
    private String redeem(String amount) {
        return api.send(
                        "mutation($amount: Decimal!) { redeemReward(input: {clientId: \"ana\", kind: CASH, amount: $amount,"
                                + " accountingReference: \"B-1\"}) { entry { id } } }",
                        Map.of("amount", new BigDecimal(amount)))
                .at("/errors/0/extensions/code")
                .asString("");
    }

    private void review(String verdict) {
        var id = api.ask("{ findings { edges { node { id } } } }")
                .at("/findings/edges/0/node/id")
                .asString();
        api.ask(
                "mutation($input: ReviewFindingInput!) { reviewFinding(input: $input) { state } }",
                Map.of("input", Map.of("findingId", id, "verdict", verdict, "reason", "we asked them")));
    }

    private List<String> earnedThrough() {
        return api.ask(
                        "{ rewardEntries(filter: {clientId: \"ana\", kind: CASH}) { edges { node { amount proof { friend {"
                                + " id } } } } } }")
                .at("/rewardEntries/edges")
                .valueStream()
                .map(edge -> edge.path("node"))
                .map(HoldsTest::shown)
                .toList();
    }

    private static String shown(JsonNode entry) {
        return entry.at("/proof/friend/id").asString() + " "
                + entry.path("amount").decimalValue().setScale(2);
    }

    private void bring(Map<String, Object> friend) {
        api.ask(
                "mutation($input: RecordReferralInput!) { recordReferral(input: $input) { id } }",
                Map.of("input", Map.of("referrerId", "ana", "newClient", friend)));
    }

    private void visit(String id, String client) {
        api.ask(
                "mutation($input: RecordVisitInput!) { recordVisit(input: $input) { id } }",
                Map.of("input", Map.of("id", id, "clientId", client, "charged", 200)));
    }
}
