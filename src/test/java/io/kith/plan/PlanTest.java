package io.kith.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestClock;
import io.kith.TestGraph;
import io.kith.TestPlace;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Ana brought three who paid, Dan two, Gus one; Ivy one, and does not want to be asked; Olga's own Otto one. */
@KithTest
class PlanTest {

    private static final String PLAN = """
            query($input: PlanRewardsInput!) { planRewards(input: $input) {
              pack method gap n wording budget { amount } expectedCost { amount } expectedValue { amount } bound { amount }
              lines { client { id } kind percent perFriend { amount } friendsAnyway friends expectedCost { amount }
                expectedValue { amount } checks }
              refused { client { id } reason }
              assumptions { name value origin source } } }
            """;

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    TestClock clock;

    @Autowired
    TestPlace place;

    @BeforeEach
    void theCast() {
        graph.clear();
        clock.stopAt("2026-03-10T04:00:00Z");
        graph.run("CREATE (:Staff {id: 'olga', name: 'Olga', role: 'CONSULTANT'})");
        var friends = Map.of("ana", 3, "dan", 2, "gus", 1, "ivy", 1, "otto", 1, "max", 1);
        friends.forEach((referrer, count) -> {
            api.ask(
                    "mutation($id: ID) { registerClient(input: {id: $id, name: \"A client\", phone: \"13800138000\"}) { id } }",
                    Map.of("id", referrer));
            for (var number = 0; number < count; number++) {
                bring(referrer, referrer + "-" + number, referrer.equals("max") ? "13800138000" : null);
            }
        });
        api.ask(
                "mutation { recordConsent(input: {clientId: \"ivy\", purpose: MARKETING_PROFILE, given: false}) { id } }");
        place.is("generic");
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void aPlanKeepsToTheBudgetTheCapsAndTheChecksOfAPayout() {
        assertThat(api.refusedWith(PLAN, budget("1000"))).as("rewards are off").isEqualTo("CONFLICT");
        api.ask("mutation { signPack(input: {name: \"generic-cash\"}) { id } }");
        api.ask("mutation { declareStaffClient(input: {clientId: \"otto\", staffId: \"olga\"}) { id } }");
        var plan = api.ask(PLAN, budget("100000")).path("planRewards");
        assertThat(plan.path("pack").asString()).isEqualTo("generic-cash");
        assertThat(plan.path("method").asString()).isEqualTo("EXACT");
        assertThat(plan.path("gap").asDouble()).isZero();
        assertThat(plan.path("n").asInt()).isEqualTo(6);
        assertThat(plan.path("refused")
                        .valueStream()
                        .map(one -> one.at("/client/id").asString() + " "
                                + one.path("reason").asString()))
                .containsExactlyInAnyOrder("ivy OPTED_OUT", "otto STAFF", "max UNDER_REVIEW");
        assertThat(clients(plan)).containsExactly("ana", "dan", "gus");
        assertThat(sum(plan, "expectedCost")).isEqualByComparingTo(amount(plan, "expectedCost"));
        assertThat(sum(plan, "expectedValue")).isEqualByComparingTo(amount(plan, "expectedValue"));
        for (var line : plan.path("lines")) {
            assertThat(amount(line, "perFriend")).isLessThanOrEqualTo(new BigDecimal("3000"));
            assertThat(line.path("percent").decimalValue().setScale(2))
                    .isIn(List.of(
                            new BigDecimal("5.00"),
                            new BigDecimal("8.00"),
                            new BigDecimal("10.00"),
                            new BigDecimal("15.00")));
            assertThat(line.path("friends").asDouble())
                    .isGreaterThan(line.path("friendsAnyway").asDouble());
            assertThat(line.path("checks").size()).isPositive();
        }
        assertThat(plan.path("assumptions")
                        .valueStream()
                        .allMatch(one -> !one.path("source").asString().isBlank()))
                .isTrue();
        assertThat(plan.path("wording").asString()).contains("assumptions");
        assertThat(api.ask("{ rewardEntries { edges { node { id } } } }")
                        .at("/rewardEntries/edges")
                        .size())
                .as("a plan pays nothing")
                .isZero();
    }

    @Test
    void aSmallerBudgetBuysNoMore() {
        api.ask("mutation { signPack(input: {name: \"generic-cash\"}) { id } }");
        var before = new BigDecimal("1E9");
        for (var budget : List.of("100000", "3000", "1000", "200", "1", "0")) {
            var plan = api.ask(PLAN, budget(budget)).path("planRewards");
            assertThat(amount(plan, "expectedCost")).isLessThanOrEqualTo(new BigDecimal(budget));
            assertThat(amount(plan, "expectedValue")).isLessThanOrEqualTo(before);
            before = amount(plan, "expectedValue");
        }
        assertThat(before).isEqualByComparingTo("0");
    }

    @Test
    void aPackWithoutMoneyLeavesNothingToPlan() {
        api.ask("mutation { signPack(input: {name: \"recognition-only\"}) { id } }");
        var plan = api.ask(PLAN, budget("1000")).path("planRewards");
        assertThat(plan.path("lines").size()).isZero();
        assertThat(amount(plan, "expectedCost")).isEqualByComparingTo("0");
    }

    @Test
    void onlyDirectorsPlanAndWithinReason() {
        api.ask("mutation { signPack(input: {name: \"generic-cash\"}) { id } }");
        assertThat(api.as("client service").refusedWith(PLAN, budget("1"))).isEqualTo("FORBIDDEN");
        for (var wrong : List.of(
                Map.of("budget", -1),
                Map.of("budget", 1, "months", 0),
                Map.of("budget", 1, "maxLift", 0.0),
                Map.of("budget", 1, "margin", 1.5))) {
            assertThat(api.refusedWith(PLAN, Map.of("input", wrong))).isEqualTo("INVALID_INPUT");
        }
    }

    private static Map<String, Object> budget(String budget) {
        return Map.of("input", Map.of("budget", new BigDecimal(budget)));
    }

    private static List<String> clients(JsonNode plan) {
        return plan.path("lines")
                .valueStream()
                .map(line -> line.at("/client/id").asString())
                .toList();
    }

    private static BigDecimal sum(JsonNode plan, String field) {
        return plan.path("lines")
                .valueStream()
                .map(line -> amount(line, field))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal amount(JsonNode node, String field) {
        return node.path(field).path("amount").decimalValue();
    }

    private void bring(String referrer, String friend, @Nullable String phone) {
        var client = new HashMap<String, Object>(Map.of("id", friend, "name", "Friend " + friend));
        client.put("phone", phone);
        api.ask(
                "mutation($input: RecordReferralInput!) { recordReferral(input: $input) { id } }",
                Map.of("input", Map.of("referrerId", referrer, "newClient", client)));
        api.ask(
                "mutation($input: RecordVisitInput!) { recordVisit(input: $input) { id } }",
                Map.of("input", Map.of("id", "v-" + friend, "clientId", friend, "charged", 8000)));
    }
}
