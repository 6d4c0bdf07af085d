package io.kith.reward;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestClock;
import io.kith.TestGraph;
import io.kith.TestPlace;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Ben has paid 20,000.00, so that Ana has earned 3,000.00; above 1,000.00 the pack wants two persons. */
@KithTest
class PayoutsTest {

    private static final String REDEEM =
            "mutation($input: RedeemRewardInput!) { redeemReward(input: $input) { entry { id amount } approval { id status"
                    + " action requestedBy approvalAbove client { id } money { amount } balance { available { amount } }"
                    + " proof { edges { node { type proof { visit { id } } } } } } } }";
    private static final String APPROVE =
            "mutation($id: ID!) { approveReward(input: {approvalId: $id}) { status decidedBy entry { amount postedBy } } }";
    private static final String ADJUST =
            "mutation($id: ID!, $amount: Decimal!) { adjustReward(input: {entryId: $id, amount: $amount, reason: \"twice"
                    + " the same invoice of Mrs Quill\"}) { entry { amount reason type } approval { id action reason"
                    + " proof { edges { node { id } } } } } }";

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
        clinic.visit("v1", "ben", "20000");
        clock.move(Duration.ofDays(20));
        assertThat(clinic.money("ana")).isEqualTo("3000.00 0.00");
    }

    @Test
    void aHighRedemptionTakesTwoPersons() {
        assertThat(redeem("1000").path("entry").isNull()).isFalse();
        clock.move(Duration.ofDays(2));
        var request = redeem("1000.01");
        assertThat(request.path("entry").isNull()).isTrue();
        var approval = request.path("approval");
        assertThat(approval.path("status").asString()).isEqualTo("PENDING");
        assertThat(approval.at("/proof/edges").size()).isEqualTo(2);
        assertThat(clinic.money("ana")).as("nothing is paid yet").isEqualTo("2000.00 0.00");
        var id = Map.of("id", approval.path("id").asString());
        assertThat(api.refusedWith(APPROVE, id)).as("by the one who asked").isEqualTo("CONFLICT");
        assertThat(api.as("client service").refusedWith(APPROVE, id)).isEqualTo("FORBIDDEN");
        var second = second();
        var settled = second.ask(APPROVE, id).path("approveReward");
        assertThat(settled.path("status").asString()).isEqualTo("APPROVED");
        assertThat(settled.path("decidedBy").asString()).isEqualTo("second-director");
        assertThat(clinic.money("ana")).isEqualTo("999.99 0.00");
        assertThat(second.refusedWith(APPROVE, id)).as("twice").isEqualTo("CONFLICT");
    }

    @Test
    void manySmallOnesOfADayCountTogether() {
        assertThat(redeem("600").path("entry").isNull()).isFalse();
        assertThat(redeem("400").path("entry").isNull()).isFalse();
        assertThat(redeem("0.01").path("approval").isNull()).isFalse();
        clock.move(Duration.ofHours(25));
        assertThat(redeem("1000").path("entry").isNull()).isFalse();
    }

    @Test
    void whatWasTurnedDownIsNotPaid() {
        var id = redeem("2000").at("/approval/id").asString();
        var pending =
                "{ rewardApprovals(status: PENDING) { edges { node { id amount requestedBy proof { edges { node { id"
                        + " proof { generation } } } } } } } }";
        assertThat(api.ask(pending).at("/rewardApprovals/edges").size()).isEqualTo(1);
        api.ask(
                "mutation($id: ID!) { rejectReward(input: {approvalId: $id, reason: \"no\"}) { status } }",
                Map.of("id", id));
        assertThat(api.ask(pending).at("/rewardApprovals/edges").size()).isZero();
        assertThat(second().refusedWith(APPROVE, Map.of("id", id))).isEqualTo("CONFLICT");
        assertThat(clinic.money("ana")).isEqualTo("3000.00 0.00");
    }

    @Test
    void anApprovalLooksAtTheBalanceAnew() {
        var one = redeem("2000").at("/approval/id").asString();
        var other = redeem("2000").at("/approval/id").asString();
        second().ask(APPROVE, Map.of("id", one));
        assertThat(second().refusedWith(APPROVE, Map.of("id", other))).isEqualTo("LIMIT_EXCEEDED");
    }

    @Test
    void anAdjustmentOnlyTakesBackAndAHighOneTakesTwo() {
        var line = clinic.entries("ana").get(0).path("id").asString();
        var small = api.ask(ADJUST, Map.of("id", line, "amount", 500)).path("adjustReward");
        assertThat(small.at("/entry/amount").decimalValue()).isEqualByComparingTo("-500");
        assertThat(small.at("/entry/reason").asString()).contains("invoice");
        assertThat(api.refusedWith(ADJUST, Map.of("id", line, "amount", 2500.01)))
                .isEqualTo("LIMIT_EXCEEDED");
        assertThat(api.refusedWith(ADJUST, Map.of("id", line, "amount", -1))).isEqualTo("INVALID_INPUT");
        var high = api.ask(ADJUST, Map.of("id", line, "amount", 2500)).path("adjustReward");
        var id = high.at("/approval/id").asString();
        assertThat(high.at("/approval/action").asString()).isEqualTo("ADJUSTMENT");
        assertThat(api.refusedWith(APPROVE, Map.of("id", id))).isEqualTo("CONFLICT");
        second().ask(APPROVE, Map.of("id", id));
        assertThat(clinic.money("ana")).isEqualTo("0.00 0.00");
        clinic.refund("v1", "20000");
        assertThat(clinic.money("ana")).as("nothing is left to take back").isEqualTo("0.00 0.00");
        assertThat(clinic.reconciliation().path("intact").asBoolean()).isTrue();
        var correction = clinic.entries("ana").get(2).path("id").asString();
        assertThat(api.refusedWith(ADJUST, Map.of("id", correction, "amount", 1)))
                .isEqualTo("INVALID_INPUT");
    }

    @Test
    void aPayoutStatesWhatThePackWants() {
        var without = Map.of("input", Map.of("clientId", "ana", "kind", "CASH", "amount", BigDecimal.ONE));
        assertThat(api.refusedWith(REDEEM, without)).isEqualTo("INVALID_INPUT");
        var points = Map.of(
                "input",
                Map.of(
                        "clientId",
                        "ana",
                        "kind",
                        "POINTS",
                        "amount",
                        new BigDecimal("1.5"),
                        "accountingReference",
                        "B"));
        assertThat(api.refusedWith(REDEEM, points)).isEqualTo("INVALID_INPUT");
        for (var kind : List.of("VOUCHER", "RECOGNITION")) {
            var other = Map.of(
                    "input",
                    Map.of("clientId", "ana", "kind", kind, "amount", BigDecimal.ONE, "accountingReference", "B"));
            assertThat(api.refusedWith(REDEEM, other)).as(kind).isEqualTo("INVALID_INPUT");
        }
    }

    @Test
    void aStatementAddsUp() {
        redeem("250");
        var today = clock.instant().toString().substring(0, 10);
        var statement = api.ask(
                        "query($from: Date!, $to: Date!) { client(id: \"ana\") { rewardStatement(from: $from, to: $to) { opening {"
                                + " kind amount } closing { kind amount } entries { edges { node { type amount } } } } } }",
                        Map.of("from", today, "to", "2999-01-01"))
                .at("/client/rewardStatement");
        assertThat(statement.at("/opening/0/amount").decimalValue()).isEqualByComparingTo("3000");
        assertThat(statement.at("/closing/0/amount").decimalValue()).isEqualByComparingTo("2750");
        assertThat(statement.at("/entries/edges").size()).isEqualTo(1);
    }

    @Test
    void linesStayAtAnErasureAndTextsGo() {
        var line = clinic.entries("ana").get(0).path("id").asString();
        api.ask(ADJUST, Map.of("id", line, "amount", 5));
        redeem("2000");
        var before = clinic.lines("ana");
        var export = api.ask("mutation { exportClient(input: {clientId: \"ana\", reason: \"asked\"}) { json } }")
                .at("/exportClient/json")
                .asString();
        assertThat(export).contains("Mrs Quill", "PENDING", "generic-cash");
        api.ask("mutation { eraseClient(input: {clientId: \"ana\", reason: \"asked\"}) { id } }");
        assertThat(clinic.lines("ana")).isEqualTo(before);
        assertThat(graph.run("MATCH (node) RETURN collect(properties(node)) AS all")
                        .toString())
                .doesNotContain("Quill");
        assertThat(clinic.reconciliation().path("intact").asBoolean()).isTrue();
    }

    @Test
    void staffAndTheirHouseholdsEarnNothing() {
        clinic.register("olga-client");
        clinic.bring("olga-client", "eva");
        api.ask("mutation { declareStaffClient(input: {clientId: \"olga-client\", staffId: \"olga\"}) { worksHere } }");
        clinic.visit("s1", "eva", "100");
        assertThat(clinic.lines("olga-client")).isEmpty();
        graph.run(
                "MATCH (dan:Client {id: 'dan'}) MATCH (olga:Client {id: 'olga-client'}) CREATE (dan)-[:TIED {kind: 'KIN'}]->(olga)");
        clinic.bring("dan", "finn");
        clinic.visit("s2", "finn", "100");
        assertThat(clinic.lines("dan")).isEmpty();
        api.ask("mutation { declareStaffClient(input: {clientId: \"olga-client\", staffId: \"olga\", works: false}) {"
                + " worksHere } }");
        clinic.visit("s3", "finn", "100");
        assertThat(clinic.lines("dan")).hasSize(2);
    }

    @Test
    void aLedgerFileHoldsNoFormulasAndGoesOnWhereItStopped() {
        var formula = Map.<String, Object>of(
                "clientId", "ana", "kind", "CASH", "amount", BigDecimal.TEN, "accountingReference", "=1+1,\"x\"");
        api.ask(REDEEM, Map.of("input", formula));
        var export =
                "query($after: Long!, $first: Int!) { exportLedger(afterSequence: $after, first: $first) { csv rows"
                        + " nextAfter } }";
        var first = api.ask(export, Map.of("after", 0, "first", 2)).path("exportLedger");
        assertThat(first.path("rows").asInt()).isEqualTo(2);
        var rest = api.ask(export, Map.of("after", first.path("nextAfter").asLong(), "first", 50_000))
                .path("exportLedger");
        assertThat(rest.path("nextAfter").isNull()).isTrue();
        assertThat(rest.path("csv").asString()).contains("'=1+1").contains(",-10.00,");
        assertThat(api.refusedWith(export, Map.of("after", 0, "first", 50_001))).isEqualTo("LIMIT_EXCEEDED");
        assertThat(api.refusedWith(export, Map.of("after", 0, "first", 0))).isEqualTo("INVALID_INPUT");
    }

    private JsonNode redeem(String amount) {
        return api.ask(REDEEM, clinic.redemption("ana", amount, null)).path("redeemReward");
    }

    private Api second() {
        return clinic.secondDirector();
    }
}
