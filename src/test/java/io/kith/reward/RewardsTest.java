package io.kith.reward;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestClock;
import io.kith.TestGraph;
import io.kith.TestPlace;
import io.kith.job.Jobs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Ana brought Ben, who brought Cleo; Dan came by himself. */
@KithTest
class RewardsTest {

    private static final String REDEEM =
            "mutation($input: RedeemRewardInput!) { redeemReward(input: $input) { entry { id amount accountingReference }"
                    + " approval { id status requestedBy approvalAbove balance { available { amount } } proof { edges { node {"
                    + " type } } } } } }";

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    TestClock clock;

    @Autowired
    TestPlace place;

    @Autowired
    Jobs jobs;

    private Rewarded clinic;

    @BeforeEach
    void theCast() {
        clinic = Rewarded.clinic(api, graph, place);
    }

    @Test
    void nothingIsEarnedBeforeADirectorSigns() {
        place.is("generic");
        clinic.visit("v1", "ben", "100");
        assertThat(clinic.lines("ana")).isEmpty();
        assertThat(api.ask("{ packInForce { id } }").path("packInForce").isNull())
                .isTrue();
        assertThat(api.refusedWith(REDEEM, clinic.redemption("ana", "1", null))).isEqualTo("CONFLICT");
        for (var level : List.of("doctor", "client service")) {
            assertThat(api.as(level).refusedWith("mutation { signPack(input: {name: \"generic-cash\"}) { id } }"))
                    .isEqualTo("FORBIDDEN");
        }
        clinic.sign("generic-cash");
        clinic.visit("v2", "ben", "100");
        assertThat(clinic.lines("ana")).containsExactly("ACCRUAL CASH 5.00", "ACCRUAL RECOGNITION 1");
        api.ask("mutation { unsignPack(input: {reason: \"we stop\"}) { endedBy } }");
        clinic.visit("v3", "ben", "100");
        assertThat(clinic.lines("ana")).hasSize(2);
    }

    @Test
    void anUnknownPlaceGetsRecognitionOnly() {
        assertThat(api.refusedWith("mutation { signPack(input: {name: \"generic-cash\"}) { id } }"))
                .isEqualTo("CONFLICT");
        api.ask(
                "mutation { signPack(input: {name: \"recognition-only\"}) { legalStatus signedBy pack { disclaimer } } }");
        clinic.visit("v1", "ben", "100");
        assertThat(clinic.lines("ana")).containsExactly("ACCRUAL RECOGNITION 1");
        assertThat(clinic.money("ana")).isEqualTo("0.00 0.00");
        clinic.sign("generic-cash");
        place.is("us-fl");
        clinic.visit("v2", "ben", "100");
        assertThat(clinic.lines("ana"))
                .as("moved to another place, the signature counts for nothing")
                .hasSize(1);
    }

    @Test
    void aSignatureIsOfTheTextThatWasRead() {
        place.is("generic");
        var pack = api.ask(
                        "{ packs { name version hash text fitsPlace kinds { kind perReferral } steps { from percent } } }")
                .path("packs");
        assertThat(pack.valueStream().map(one -> one.path("name").asString()))
                .containsExactly("cn-2025", "generic-cash", "recognition-only", "us-ca", "us-dental", "us-fl");
        var wrong = "mutation { signPack(input: {name: \"generic-cash\", hash: \"other\"}) { id } }";
        assertThat(api.refusedWith(wrong)).isEqualTo("CONFLICT");
        var signed = api.ask(
                "mutation($hash: String) { signPack(input: {name: \"generic-cash\", hash: $hash}) { hash signedBy inForce"
                        + " textChanged pack { name } } }",
                Map.of("hash", pack.at("/1/hash").asString()));
        assertThat(signed.at("/signPack/signedBy").asString()).isEqualTo("director");
        assertThat(signed.at("/signPack/textChanged").asBoolean()).isFalse();
        clinic.sign("generic-cash");
        var all = api.ask("{ packSignatures { edges { node { inForce endedBy } } } }")
                .at("/packSignatures/edges");
        assertThat(all.size()).isEqualTo(2);
        assertThat(all.valueStream().filter(one -> one.at("/node/inForce").asBoolean()))
                .hasSize(1);
        graph.run("MATCH (pack:PolicyPack) SET pack.text = replace(pack.text, 'percent: 5', 'percent: 50')");
        assertThat(api.send("mutation { recordVisit(input: {clientId: \"ben\", charged: 10}) { id } }", Map.of())
                        .path("errors")
                        .size())
                .as("a text that was tampered with pays nothing")
                .isEqualTo(1);
    }

    @Test
    void aVisitPaysWhoBroughtDirectlyAndNobodyAbove() {
        clinic.sign("generic-cash");
        clinic.visit("v1", "cleo", "200");
        assertThat(clinic.lines("ben")).containsExactly("ACCRUAL CASH 10.00", "ACCRUAL RECOGNITION 1");
        assertThat(clinic.lines("ana")).isEmpty();
        clinic.visit("v2", "dan", "200");
        assertThat(clinic.lines("dan")).isEmpty();
        var proof = clinic.entries("ben").get(0).path("proof");
        assertThat(proof.path("generation").asInt()).isEqualTo(1);
        assertThat(proof.at("/friend/id").asString()).isEqualTo("cleo");
        assertThat(proof.at("/visit/id").asString()).isEqualTo("v1");
        assertThat(proof.path("percent").decimalValue()).isEqualByComparingTo("5");
        assertThat(clinic.money("ben")).isEqualTo("0.00 10.00");
        assertThat(clinic.reconciliation().path("intact").asBoolean()).isTrue();
    }

    @Test
    void whatIsEarnedCanBeRedeemedAfterTheRefundWindow() {
        clinic.sign("generic-cash");
        clinic.visit("v1", "ben", "200");
        assertThat(clinic.money("ana")).isEqualTo("0.00 10.00");
        assertThat(api.refusedWith(REDEEM, clinic.redemption("ana", "1", null))).isEqualTo("LIMIT_EXCEEDED");
        clock.move(Duration.ofDays(15));
        assertThat(clinic.money("ana")).isEqualTo("10.00 0.00");
        var done = api.ask(REDEEM, clinic.redemption("ana", "8", "k")).path("redeemReward");
        assertThat(done.at("/entry/amount").decimalValue()).isEqualByComparingTo("-8");
        assertThat(api.ask(REDEEM, clinic.redemption("ana", "8", "k")).path("redeemReward"))
                .isEqualTo(done);
        assertThat(api.refusedWith(REDEEM, clinic.redemption("ana", "9", "k"))).isEqualTo("CONFLICT");
        assertThat(clinic.money("ana")).isEqualTo("2.00 0.00");
        clock.move(Duration.ofDays(-400));
        assertThat(clinic.money("ana")).as("a clock set back takes nothing").isEqualTo("2.00 0.00");
        assertThat(api.refusedWith(REDEEM, clinic.redemption("ana", "3", null))).isEqualTo("LIMIT_EXCEEDED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2028-02-29T15:59:59Z", "2027-12-31T15:59:59Z", "2028-02-29T16:00:00Z"})
    void noClockPaysTwiceOrTakesBackWhatIsDue(Instant now) {
        clock.stopAt(now);
        clinic.sign("generic-cash");
        clinic.bring("ben", "eve");
        clinic.visit("v1", "eve", "200");
        for (var days : List.of(400, -800, 400)) {
            clock.move(Duration.ofDays(days));
            clinic.accrueAll();
            assertThat(clinic.lines("ben")).containsExactly("ACCRUAL CASH 10.00", "ACCRUAL RECOGNITION 1");
        }
        clock.move(Duration.ofDays(15));
        assertThat(clinic.money("ben")).isEqualTo("10.00 0.00");
        clock.move(Duration.ofDays(-10));
        clinic.refund("v1", "100");
        assertThat(clinic.lines("ben"))
                .as("in the order of what happened, whatever the clock said then")
                .containsExactly("ACCRUAL CASH 10.00", "ACCRUAL RECOGNITION 1", "REVERSAL CASH -5.00");
        assertThat(clinic.reconciliation().path("intact").asBoolean()).isTrue();
    }

    @Test
    void aRefundTakesBackItsPartEvenOfWhatWasRedeemed() {
        clinic.sign("generic-cash");
        clinic.visit("v1", "ben", "99.99");
        assertThat(clinic.money("ana")).isEqualTo("0.00 4.99");
        clinic.refund("v1", "33.33");
        assertThat(clinic.lines("ana")).endsWith("REVERSAL CASH -1.67");
        clock.move(Duration.ofDays(15));
        api.ask(REDEEM, clinic.redemption("ana", "3.32", null));
        clinic.refund("v1", "66.66");
        assertThat(clinic.money("ana")).as("carried, never dropped").isEqualTo("-3.32 0.00");
        assertThat(clinic.lines("ana")).endsWith("REVERSAL CASH -3.32", "REVERSAL RECOGNITION -1");
        clinic.visit("v2", "ben", "100");
        clock.move(Duration.ofDays(15));
        assertThat(clinic.money("ana")).isEqualTo("1.68 0.00");
        assertThat(clinic.reconciliation().path("intact").asBoolean()).isTrue();
    }
}
