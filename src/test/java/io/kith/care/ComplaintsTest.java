package io.kith.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestClock;
import io.kith.TestGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Ana brought Ben and is a friend of Cleo; Sol and Tia answer complaints. */
@KithTest
class ComplaintsTest {

    private static final String OPEN =
            "{ complaints { totalCount edges { node { feedback { id } exposure { amount } hoursLeft priority } } } }";

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    TestClock clock;

    @BeforeEach
    void theCast() {
        graph.clear();
        graph.run("CREATE (:Staff {id: 'sol', name: 'Sol', role: 'CLIENT_SERVICE'}),"
                + " (:Staff {id: 'tia', name: 'Tia', role: 'MANAGER'})");
        clock.stopAt("2026-03-01T10:00:00Z");
        for (var name : List.of("ana", "ben", "cleo")) {
            api.ask(
                    "mutation($id: ID) { registerClient(input: {id: $id, name: \"Client\"}) { id } }",
                    Map.of("id", name));
        }
        api.ask("mutation { recordReferral(input: {referrerId: \"ana\", referredId: \"ben\"}) { id } }");
        graph.run(
                "MATCH (ana:Client {id: 'ana'}), (cleo:Client {id: 'cleo'}) CREATE (ana)-[:TIED {kind: 'FRIEND'}]->(cleo)");
        pay("ana", 100);
        pay("ben", 1000);
        pay("cleo", 500);
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void bothClocksRunOutAt24HoursAndNotASecondBefore() {
        complain("f1", "ana", 3, null);
        clock.stopAt("2026-03-02T09:59:59Z");
        assertThat(state("f1", "firstResponse")).isEqualTo("RUNNING");
        clock.stopAt("2026-03-02T10:00:00Z");
        assertThat(state("f1", "firstResponse")).isEqualTo("OVERDUE");
        step("respondToFeedback", "f1", "sol");
        assertThat(state("f1", "firstResponse")).isEqualTo("LATE");
        assertThat(state("f1", "solution")).isEqualTo("OVERDUE");
    }

    @Test
    void aResponseInTimeStopsTheFirstClockForGood() {
        complain("f1", "ana", 3, null);
        clock.stopAt("2026-03-02T09:59:59Z");
        step("respondToFeedback", "f1", "sol");
        clock.stopAt("2026-03-05T10:00:00Z");
        step("respondToFeedback", "f1", "tia");
        assertThat(state("f1", "firstResponse")).isEqualTo("IN_TIME");
        clock.stopAt("2025-02-01T10:00:00Z");
        assertThat(state("f1", "firstResponse")).as("whatever the clock says").isEqualTo("IN_TIME");
    }

    @Test
    void whoIsAskedFirstKeepsTheCaseUntilItIsHandedOn() {
        complain("f1", "ana", 3, "sol");
        step("respondToFeedback", "f1", "tia");
        assertThat(handler("f1")).isEqualTo("sol");
        step("handOnFeedback", "f1", "tia");
        assertThat(handler("f1")).isEqualTo("tia");
    }

    @Test
    void onlyTheClientsWordClosesAComplaint() {
        complain("f1", "ana", 3, "sol");
        assertThat(closing("f1", true)).as("no solution yet").isEqualTo("CONFLICT");
        step("solveFeedback", "f1", "sol");
        assertThat(closing("f1", false)).isEqualTo("INVALID_INPUT");
        close("f1");
        assertThat(closing("f1", true)).as("closed already").isEqualTo("CONFLICT");
        assertThat(ids(api.ask(OPEN).path("complaints"))).isEmpty();
        assertThat(ids(api.ask("{ complaints(open: false) { edges { node { feedback { id } } } } }")
                        .path("complaints")))
                .containsExactly("f1");
    }

    @Test
    void reopeningStartsBothClocksAnew() {
        complain("f1", "ana", 3, "sol");
        step("solveFeedback", "f1", "sol");
        close("f1");
        clock.stopAt("2026-03-10T10:00:00Z");
        api.ask("mutation { reopenFeedback(input: {feedbackId: \"f1\", note: \"it came back\"}) { id } }");
        var again = feedback("f1");
        assertThat(again.path("reopened").asInt()).isEqualTo(1);
        assertThat(again.path("closedAt").isNull()).isTrue();
        assertThat(again.path("firstResponse").path("state").asString()).isEqualTo("RUNNING");
        assertThat(again.path("solution").path("dueAt").asString()).isEqualTo("2026-03-11T10:00:00Z");
        var steps = new ArrayList<String>();
        again.path("steps").forEach(step -> steps.add(step.path("what").asString()));
        assertThat(steps).containsExactlyInAnyOrder("OPENED", "SOLVED", "CLOSED", "REOPENED");
    }

    @Test
    void theMostPressingComesFirst() {
        complain("small", "ana", 1, null);
        complain("grave", "ana", 5, null);
        complain("rich", "ben", 1, null);
        var open = api.ask(OPEN).path("complaints");
        assertThat(open.path("totalCount").asInt()).isEqualTo(3);
        assertThat(ids(open)).containsExactly("grave", "rich", "small");
        var exposure = 100 + Departures.DELTA * 1000 + Departures.DELTA * 500;
        var first = open.path("edges").path(0).path("node");
        assertThat(first.path("exposure").path("amount").asDouble()).isCloseTo(exposure, within(0.01));
        assertThat(first.path("hoursLeft").asDouble()).isEqualTo(24);
        assertThat(first.path("priority").asDouble()).isCloseTo(exposure * 100 * 5 / 24, within(1.0));
        clock.stopAt("2026-03-02T08:00:00Z");
        step("solveFeedback", "grave", "sol");
        assertThat(ids(api.ask(OPEN).path("complaints")))
                .as("only her word is missing")
                .containsExactly("rich", "small", "grave");
    }

    @Test
    void thePeopleAroundHerHearFromUsFirst() {
        complain("f1", "ana", 5, null);
        var first = api.ask(
                        "{ complaints { edges { node { hearFirst { client { id } relations worth { amount } } } } } }")
                .path("complaints")
                .path("edges")
                .path(0)
                .path("node")
                .path("hearFirst");
        assertThat(first.size()).isEqualTo(2);
        assertThat(first.path(0).path("client").path("id").asString()).isEqualTo("ben");
        assertThat(first.path(0).path("relations").path(0).asString()).isEqualTo("FRIEND_SHE_BROUGHT");
        assertThat(first.path(1).path("relations").path(0).asString()).isEqualTo("FRIEND");
    }

    @Test
    void whatIsNoFeedbackIsRefused() {
        var record = "mutation($id: ID!, $severity: Int!) { recordFeedback(input: {clientId: $id, kind: COMPLAINT,"
                + " severity: $severity}) { id } }";
        assertThat(api.refusedWith(record, Map.of("id", "nobody", "severity", 1)))
                .isEqualTo("NOT_FOUND");
        assertThat(api.refusedWith(record, Map.of("id", "ana", "severity", 6))).isEqualTo("INVALID_INPUT");
        complain("f1", "ana", 1, null);
        assertThat(api.refusedWith("mutation { recordFeedback(input: {id: \"f1\", clientId: \"ana\", kind: PRAISE,"
                        + " severity: 1}) { id } }"))
                .isEqualTo("DUPLICATE_ID");
        assertThat(api.refusedWith("mutation { solveFeedback(input: {feedbackId: \"f9\", staffId: \"sol\"}) { id } }"))
                .isEqualTo("NOT_FOUND");
    }

    private void complain(String id, String client, int severity, String staff) {
        var variables = new HashMap<String, Object>();
        variables.put("id", id);
        variables.put("client", client);
        variables.put("severity", severity);
        variables.put("staff", staff);
        api.ask(
                "mutation($id: ID, $client: ID!, $severity: Int!, $staff: ID) { recordFeedback(input: {id: $id, clientId:"
                        + " $client, kind: COMPLAINT, topic: \"RESULT\", severity: $severity, staffId: $staff}) { id } }",
                variables);
    }

    private void step(String mutation, String id, String staff) {
        api.ask(
                "mutation($id: ID!, $staff: ID!) { " + mutation
                        + "(input: {feedbackId: $id, staffId: $staff}) { id } }",
                Map.of("id", id, "staff", staff));
    }

    private void close(String id) {
        api.ask(
                "mutation($id: ID!) { closeFeedback(input: {feedbackId: $id, confirmedByClient: true}) { id } }",
                Map.of("id", id));
    }

    private String closing(String id, boolean confirmed) {
        return api.refusedWith(
                "mutation($id: ID!, $word: Boolean!) { closeFeedback(input: {feedbackId: $id, confirmedByClient: $word}) { id } }",
                Map.of("id", id, "word", confirmed));
    }

    private JsonNode feedback(String id) {
        return api.ask(
                        "query($id: ID!) { feedback(id: $id) { reopened closedAt handler { id } firstResponse { dueAt state }"
                                + " solution { dueAt state } steps { what } } }",
                        Map.of("id", id))
                .path("feedback");
    }

    private String state(String id, String clock) {
        return feedback(id).path(clock).path("state").asString();
    }

    private String handler(String id) {
        return feedback(id).path("handler").path("id").asString();
    }

    private void pay(String client, int amount) {
        api.ask(
                "mutation($client: ID!, $amount: Decimal!) { recordVisit(input: {clientId: $client, charged: $amount}) { id } }",
                Map.of("client", client, "amount", amount));
    }

    private static List<String> ids(JsonNode connection) {
        var ids = new ArrayList<String>();
        connection
                .path("edges")
                .forEach(edge ->
                        ids.add(edge.path("node").path("feedback").path("id").asString()));
        return ids;
    }
}
