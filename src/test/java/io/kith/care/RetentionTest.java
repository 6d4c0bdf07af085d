package io.kith.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestClock;
import io.kith.TestGraph;
import io.kith.job.Jobs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Ana still comes, Ben stopped, Cleo never paid; Sol looks after Ana. */
@KithTest
class RetentionTest {

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    TestClock clock;

    @Autowired
    Jobs jobs;

    @BeforeEach
    void theCast() {
        graph.clear();
        graph.run("""
                CREATE (:Staff {id: 'sol', name: 'Sol', role: 'CONSULTANT'}), (:Staff {id: 'tia', name: 'Tia', role: 'CONSULTANT'}),
                  (:Staff {id: 'fay', name: 'Fay', role: 'FRONT_DESK'}), (:Channel {code: 'WEB', name: 'Web'}),
                  (:Treatment {code: 'HA', name: 'Filler', category: 'FILLER', effectDays: 200})
                """);
        clock.stopAt("2026-03-01T10:00:00Z");
        for (var name : List.of("ana", "ben", "cleo")) {
            api.ask(
                    "mutation($id: ID) { registerClient(input: {id: $id, name: \"Client\", channel: \"WEB\"}) { id } }",
                    Map.of("id", name));
        }
        api.ask("mutation { assignOwner(input: {clientId: \"ana\", staffId: \"sol\"}) { from } }");
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void bandsGoByTheLastPaidVisitAndTheCycleByTheTreatment() {
        visit("ana", "2026-02-01T10:00:00Z", 100, 100, null);
        visit("ben", "2025-09-01T10:00:00Z", 100, 100, "HA");
        visit("cleo", "2026-02-01T10:00:00Z", 100, 0, null);
        assertThat(bands())
                .containsEntry("ACTIVE", 1)
                .containsEntry("DORMANT", 1)
                .containsEntry("NEVER", 1);
        var ben = api.ask("{ client(id: \"ben\") { activity { band daysSince insideCycle cycleEndsOn } } }")
                .path("client")
                .path("activity");
        assertThat(ben.path("band").asString()).isEqualTo("DORMANT");
        assertThat(ben.path("daysSince").asInt()).isEqualTo(181);
        assertThat(ben.path("cycleEndsOn").asString()).isEqualTo("2026-03-20");
        assertThat(ben.path("insideCycle").asBoolean())
                .as("so she is not really dormant")
                .isTrue();
        clock.stopAt("2026-03-20T15:59:59Z");
        assertThat(insideCycle("ben"))
                .as("23:59:59 of the last day in Shanghai")
                .isTrue();
        clock.stopAt("2026-03-20T16:00:00Z");
        assertThat(insideCycle("ben")).as("24:00:00").isFalse();
    }

    @Test
    void theDistributionChangesAtMidnightAsTheClientsDo() {
        visit("ana", "2026-01-01T10:00:00Z", 100, 100, null);
        for (var step : Map.of(
                        "2026-04-01T15:59:59Z", "ACTIVE",
                        "2026-04-01T16:00:00Z", "COOLING",
                        "2026-06-30T15:59:59Z", "COOLING",
                        "2026-06-30T16:00:00Z", "DORMANT",
                        "2027-01-01T15:59:59Z", "DORMANT",
                        "2027-01-01T16:00:00Z", "LOST")
                .entrySet()) {
            clock.stopAt(step.getKey());
            assertThat(bands()).as(step.getKey()).containsEntry(step.getValue(), 1);
            assertThat(api.ask("{ client(id: \"ana\") { activity { band } } }")
                            .path("client")
                            .path("activity")
                            .path("band")
                            .asString())
                    .as(step.getKey())
                    .isEqualTo(step.getValue());
        }
    }

    @Test
    void aVisitGivenBackWhollyIsNoPaidVisit() {
        var visit = visit("ana", "2026-02-01T10:00:00Z", 100, 100, null);
        assertThat(bands()).containsEntry("ACTIVE", 1);
        api.ask("mutation($id: ID!) { refundVisit(input: {visitId: $id, amount: 100}) { id } }", Map.of("id", visit));
        assertThat(bands()).containsEntry("ACTIVE", 0).containsEntry("NEVER", 3);
    }

    @Test
    void churnCountsThoseOfTheBaseWhoDidNotPayAgain() {
        visit("ana", "2024-06-01T10:00:00Z", 100, 100, null);
        visit("ana", "2025-06-01T10:00:00Z", 100, 100, null);
        visit("ben", "2024-06-01T10:00:00Z", 100, 100, null);
        var churn = api.ask("{ churn(from: \"2025-01-01\", to: \"2025-12-31\") { group base lost rate windowDays } }")
                .path("churn")
                .path(0);
        assertThat(churn.path("base").asInt()).isEqualTo(2);
        assertThat(churn.path("lost").asInt()).isEqualTo(1);
        assertThat(churn.path("rate").asDouble()).isEqualTo(0.5);
        assertThat(churn.path("windowDays").asInt()).isEqualTo(365);
        var byStaff = api.ask("{ churn(from: \"2025-01-01\", to: \"2025-12-31\", by: STAFF) { group lost } }")
                .path("churn");
        assertThat(byStaff.path(1).path("group").asString()).isEqualTo("sol");
        assertThat(byStaff.path(1).path("lost").asInt()).isZero();
    }

    @Test
    void anExitSaysWhyAndWhatItCosts() {
        visit("ana", "2025-06-01T10:00:00Z", 1000, 1000, null);
        visit("ana", "2023-06-01T10:00:00Z", 1000, 1000, null);
        var exit = api.ask(
                        "mutation { recordExit(input: {clientId: \"ana\", type: FAULT, cause: CORE_SERVICE_FAILURE}) {"
                                + " profitLost { amount } rescueCap { amount } } }")
                .path("recordExit");
        assertThat(exit.path("profitLost").path("amount").decimalValue())
                .as("1000 in two years, 30 %, three years ahead")
                .isEqualByComparingTo("450");
        assertThat(exit.path("rescueCap").path("amount").decimalValue()).isEqualByComparingTo("90");
        var causes = api.ask("{ exitCauses(from: \"2026-03-01\", to: \"2026-03-01\") { type cause clients } }")
                .path("exitCauses");
        assertThat(causes.path(0).path("cause").asString()).isEqualTo("CORE_SERVICE_FAILURE");
        assertThat(api.ask("{ client(id: \"ana\") { exits { type } } }")
                        .path("client")
                        .path("exits")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void arrearsAreListedOldestFirstAndAddedUpByAge() {
        visit("ana", "2026-01-30T10:00:00Z", 100, 60, null);
        visit("ben", "2026-01-29T10:00:00Z", 100, 90, null);
        visit("ben", "2025-01-29T10:00:00Z", 50, 0, null);
        visit("cleo", "2026-01-29T10:00:00Z", 50, 50, null);
        var edges = api.ask("{ arrears { edges { node { client { id } owed { amount } daysOld age } } } }")
                .path("arrears")
                .path("edges");
        assertThat(edges.size()).isEqualTo(3);
        assertThat(edges.path(0).path("node").path("age").asString()).isEqualTo("OLDER");
        assertThat(edges.path(1).path("node").path("daysOld").asInt()).isEqualTo(31);
        assertThat(edges.path(2).path("node").path("owed").path("amount").decimalValue())
                .isEqualByComparingTo("40");
        var shares = new TreeMap<String, Double>();
        api.ask("{ arrearsByAge { age owed { amount } } }")
                .path("arrearsByAge")
                .forEach(share -> shares.put(
                        share.path("age").asString(),
                        share.path("owed").path("amount").asDouble()));
        assertThat(shares)
                .containsOnly(
                        Map.entry("UP_TO_30_DAYS", 40.0), Map.entry("UP_TO_60_DAYS", 10.0), Map.entry("OLDER", 50.0));
    }

    @Test
    void aClientAnswersOnceInAWindow() {
        answer("ana", 9, "2026-02-01T10:00:00Z");
        assertThat(api.refusedWith("mutation { recordSurveyAnswer(input: {clientId: \"ana\", score: 3}) { id } }"))
                .isEqualTo("CONFLICT");
        clock.stopAt("2026-05-02T09:59:59Z");
        assertThat(api.refusedWith("mutation { recordSurveyAnswer(input: {clientId: \"ana\", score: 3}) { id } }"))
                .as("a second before 90 days are over")
                .isEqualTo("CONFLICT");
        clock.stopAt("2026-05-02T10:00:00Z");
        api.ask("mutation { recordSurveyAnswer(input: {clientId: \"ana\", score: 3}) { id } }");
        assertThat(api.refusedWith("mutation { recordSurveyAnswer(input: {clientId: \"ben\", score: 11}) { id } }"))
                .isEqualTo("INVALID_INPUT");
    }

    @Test
    void scoresComeWithNAndMarginAndByGroup() {
        api.ask("mutation { recordReferral(input: {referrerId: \"ana\", referredId: \"ben\"}) { id } }");
        graph.run("""
                MATCH (client:Client) WHERE client.id IN ['ana', 'ben', 'cleo']
                WITH client, CASE client.id WHEN 'ana' THEN 10 WHEN 'ben' THEN 9 ELSE 2 END AS score
                CREATE (client)-[:ANSWERED]->(:SurveyAnswer {id: client.id, at: datetime('2026-02-10T10:00:00Z'), score: score})
                CREATE (client)-[:ANSWERED]->(:SurveyAnswer {id: 'early ' + client.id, at: datetime('2026-01-10T10:00:00Z'), score: 0})
                """);
        var all = scores("NONE").path(0);
        assertThat(all.path("n").asInt()).as("the latest of each alone").isEqualTo(3);
        assertThat(all.path("score").asDouble()).isCloseTo(100.0 / 3, within(1e-9));
        assertThat(all.path("margin").asDouble()).isCloseTo(195.9964 * Math.sqrt((1 - 1.0 / 9) / 3), within(1e-6));
        assertThat(all.path("promotersWhoRefer").asInt()).isEqualTo(1);
        assertThat(all.path("promotersWhoDoNot").asInt()).isEqualTo(1);
        assertThat(scores("MONTH").size()).isEqualTo(2);
        assertThat(scores("MONTH").path(0).path("group").asString()).isEqualTo("2026-01");
        assertThat(scores("CHANNEL").path(0).path("group").asString()).isEqualTo("WEB");
        assertThat(scores("STAFF").path(1).path("group").asString()).isEqualTo("sol");
    }

    @Test
    void whoSuitsAClientIsSaidWithReasonsThatAddUp() {
        api.ask(
                "mutation { recordTouchpoint(input: {clientId: \"ben\", staffId: \"tia\", stage: AFTER, kind: CALL, rapport: 5}) { id } }");
        api.ask("mutation { describeStaff(input: {staffId: \"tia\", level: 3, capacity: 10}) { level } }");
        var suggestions = api.ask(
                        "{ client(id: \"ben\") { staffSuggestions { staff { id } score reasons { name points outOf says } } } }")
                .path("client")
                .path("staffSuggestions");
        assertThat(suggestions.path(0).path("staff").path("id").asString()).isEqualTo("tia");
        for (var suggestion : suggestions) {
            var points = 0.0;
            for (var reason : suggestion.path("reasons")) {
                points += reason.path("points").asDouble();
                assertThat(reason.path("points").asDouble())
                        .isLessThanOrEqualTo(reason.path("outOf").asDouble());
            }
            assertThat(suggestion.path("score").asDouble()).isCloseTo(points, within(1e-9));
        }
        var desk = api.ask("{ client(id: \"ben\") { staffSuggestions(role: FRONT_DESK) { staff { id } } } }")
                .path("client")
                .path("staffSuggestions");
        assertThat(desk.size()).isEqualTo(1);
    }

    @Test
    void whatAnImportLeftUntoldIsMadeUpFor() {
        graph.run("""
                MATCH (ana:Client {id: 'ana'}), (sol:Staff {id: 'sol'})
                CREATE (ana)-[:HAD_VISIT]->(:Visit {id: 'v', at: datetime('2026-02-28T10:00:00Z'), charged: 500, paid: 400, refunded: 0})-[:SERVED_BY {role: 'CONSULTANT'}]->(sol)
                """);
        assertThat(bands()).containsEntry("ACTIVE", 0);
        jobs.run(Renewal.NAME, null);
        assertThat(bands()).containsEntry("ACTIVE", 1);
        assertThat(api.ask("{ arrears { edges { node { visitId } } } }")
                        .path("arrears")
                        .path("edges")
                        .size())
                .isEqualTo(1);
        assertThat(api.ask("{ staffDeparture(staffId: \"sol\") { clientsExposed } }")
                        .path("staffDeparture")
                        .path("clientsExposed")
                        .asInt())
                .isEqualTo(1);
        assertThat(api.ask("{ client(id: \"ana\") { followUps { edges { node { id } } } } }")
                        .path("client")
                        .path("followUps")
                        .path("edges")
                        .size())
                .isEqualTo(5);
    }

    private Map<String, Integer> bands() {
        var bands = new HashMap<String, Integer>();
        api.ask("{ activityBands { band clients } }")
                .path("activityBands")
                .forEach(share -> bands.put(
                        share.path("band").asString(), share.path("clients").asInt()));
        return bands;
    }

    private boolean insideCycle(String client) {
        return api.ask("query($id: ID!) { client(id: $id) { activity { insideCycle } } }", Map.of("id", client))
                .path("client")
                .path("activity")
                .path("insideCycle")
                .asBoolean();
    }

    private JsonNode scores(String by) {
        return api.ask("{ promoterScores(from: \"2026-01-01\", to: \"2026-02-28\", by: " + by
                        + ") { group n score margin promotersWhoRefer promotersWhoDoNot } }")
                .path("promoterScores");
    }

    private void answer(String client, int score, String at) {
        api.ask(
                "mutation($client: ID!, $score: Int!, $at: DateTime) { recordSurveyAnswer(input: {clientId: $client, score:"
                        + " $score, at: $at}) { id } }",
                Map.of("client", client, "score", score, "at", at));
    }

    private String visit(String client, String at, int charged, int paid, String treatment) {
        var variables = new HashMap<String, Object>();
        variables.put("client", client);
        variables.put("at", at);
        variables.put("charged", charged);
        variables.put("paid", paid);
        variables.put("treatments", treatment == null ? List.of() : List.of(treatment));
        return api.ask(
                        "mutation($client: ID!, $at: DateTime, $charged: Decimal!, $paid: Decimal, $treatments: [ID!]) {"
                                + " recordVisit(input: {clientId: $client, at: $at, charged: $charged, paid: $paid,"
                                + " treatments: $treatments}) { id } }",
                        variables)
                .path("recordVisit")
                .path("id")
                .asString();
    }
}
