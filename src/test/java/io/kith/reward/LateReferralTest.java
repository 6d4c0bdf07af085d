package io.kith.reward;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestClock;
import io.kith.TestGraph;
import io.kith.TestPlace;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Dan came by himself, he said; then Ana says she brought him, and then Cleo does. */
@KithTest
class LateReferralTest {

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    TestClock clock;

    @Autowired
    TestPlace place;

    private Rewarded clinic;

    @BeforeEach
    void theCast() {
        clinic = Rewarded.clinic(api, graph, place);
        clinic.sign("generic-cash");
    }

    @Test
    void whoIsNamedAfterTheSaleGainsByCorrections() {
        clock.stopAt("2026-03-01T02:00:00Z");
        clinic.visit("early", "dan", "100");
        clock.stopAt("2026-03-20T02:00:00Z");
        clinic.visit("late", "dan", "200");
        clock.stopAt("2026-04-10T02:00:00Z");
        var referral = attribute("ana", "2026-02-28");
        assertThat(clinic.lines("ana"))
                .as("the first visit is 40 days ago, the pack pays for 30")
                .containsExactly("CORRECTION CASH 10.00", "CORRECTION RECOGNITION 1");
        assertThat(clinic.entries("ana").get(0).at("/proof/visit/id").asString())
                .isEqualTo("late");
        assertThat(clinic.entries("ana").get(0).at("/proof/period").asString()).isEqualTo("2026-03");
        assertThat(clinic.lines("dan")).isEmpty();

        var before = clinic.entries("ana");
        retract(referral);
        assertThat(clinic.entries("ana").subList(0, 2))
                .as("nothing in the past changes")
                .isEqualTo(before);
        assertThat(clinic.lines("ana")).endsWith("CORRECTION CASH -10.00", "CORRECTION RECOGNITION -1");
        attribute("cleo", "2026-02-28");
        assertThat(clinic.lines("cleo")).containsExactly("CORRECTION CASH 10.00", "CORRECTION RECOGNITION 1");
        assertThat(clinic.money("ana")).isEqualTo("0.00 0.00");
        assertThat(clinic.money("cleo")).isEqualTo("10.00 0.00");

        clinic.refund("late", "200");
        assertThat(clinic.lines("cleo")).endsWith("REVERSAL CASH -10.00", "REVERSAL RECOGNITION -1");
        assertThat(clinic.lines("ana")).as("she had lost it before").hasSize(4);
        assertThat(clinic.reconciliation().toString()).contains("\"intact\":true");
    }

    @Test
    void theJobDoesNotPayWhatIsTooLate() {
        clock.stopAt("2026-03-01T02:00:00Z");
        clinic.visit("early", "dan", "100");
        clock.stopAt("2026-04-10T02:00:00Z");
        attribute("ana", "2026-02-28");
        clinic.accrueAll();
        assertThat(clinic.lines("ana")).isEmpty();
    }

    @Test
    void aVisitBeforeTheReferralIsNobodysMerit() {
        clock.stopAt("2026-03-01T02:00:00Z");
        clinic.visit("before", "dan", "100");
        clock.stopAt("2026-03-05T02:00:00Z");
        attribute("ana", "2026-03-02");
        assertThat(clinic.lines("ana")).isEmpty();
        clinic.visit("after", "dan", "100");
        assertThat(clinic.lines("ana")).startsWith("ACCRUAL CASH 5.00");
    }

    @Test
    void everyDecisionReplaysToTheSameFigures() {
        clinic.visit("v1", "ben", "900.55");
        clinic.visit("v2", "ben", "123.45");
        clinic.visit("v3", "ben", "50000");
        clinic.refund("v1", "100.01");
        clinic.visit("v4", "cleo", "10");
        clinic.sign("recognition-only");
        clinic.refund("v3", "33333.33");
        var entries = clinic.entries("ana");
        assertThat(entries).hasSizeGreaterThanOrEqualTo(6);
        for (var entry : entries) {
            var decision = decision(entry.path("id").asString());
            assertThat(decision.path("same").asBoolean()).as("%s", decision).isTrue();
            assertThat(decision.path("amount").decimalValue())
                    .isEqualByComparingTo(entry.path("amount").decimalValue());
            assertThat(decision.path("steps").size()).isPositive();
            assertThat(decision.path("related").size()).isPositive();
        }
        assertThat(decision("nobody").isNull()).isTrue();
        graph.run(
                "MATCH (entry:RewardEntry {type: 'ACCRUAL', visitId: 'v1', kind: 'CASH'}) SET entry.amount = entry.amount + 1");
        assertThat(decision(entries.get(0).path("id").asString()).path("same").asBoolean())
                .isFalse();
        assertThat(clinic.reconciliation().path("intact").asBoolean()).isFalse();
    }

    private JsonNode decision(String id) {
        return api.ask(
                        "query($id: ID!) { rewardDecision(id: $id) { amount same steps related { id } entry { id } } }",
                        Map.of("id", id))
                .path("rewardDecision");
    }

    private String attribute(String referrer, String day) {
        return api.ask(
                        "mutation($referrer: ID, $day: Date) { attributeReferral(input: {referrerId: $referrer, referredId:"
                                + " \"dan\", occurredOn: $day}) { id } }",
                        Map.of("referrer", referrer, "day", LocalDate.parse(day).toString()))
                .at("/attributeReferral/id")
                .asString();
    }

    private void retract(String referral) {
        api.ask(
                "mutation($id: ID!) { retractReferral(input: {referralId: $id, reason: \"a mistake\"}) { id } }",
                Map.of("id", referral));
    }
}
