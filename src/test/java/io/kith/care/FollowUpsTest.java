package io.kith.care;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestClock;
import io.kith.TestGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Ana had filler on the first of March; Sol owns her and answers to Mo, Tia answers to nobody. */
@KithTest
class FollowUpsTest {

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    TestClock clock;

    @Autowired
    FollowUps followUps;

    @BeforeEach
    void theCast() {
        graph.clear();
        graph.run("""
                CREATE (sol:Staff {id: 'sol', name: 'Sol', role: 'CONSULTANT'})-[:ANSWERS_TO]->(:Staff {id: 'mo', name: 'Mo', role: 'MANAGER'}),
                  (:Staff {id: 'tia', name: 'Tia', role: 'NURSE'}), (:Staff {id: 'max', name: 'Max', role: 'MANAGER'}),
                  (:Treatment {code: 'HA', name: 'Filler', category: 'FILLER', effectDays: 180}),
                  (:Treatment {code: 'XX', name: 'Other'})
                """);
        clock.stopAt("2026-03-01T10:00:00Z");
        for (var name : List.of("ana", "ben")) {
            api.ask(
                    "mutation($id: ID) { registerClient(input: {id: $id, name: \"Client\"}) { id } }",
                    Map.of("id", name));
        }
        api.ask("mutation { assignOwner(input: {clientId: \"ana\", staffId: \"sol\"}) { from } }");
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void aVisitCallsForItsFollowUps() {
        visit("v1", "ana", "HA");
        assertThat(steps("ana"))
                .containsExactly("48 h", "7 d", "30 d", "90 d", "before the effect of 180 d ends", "180 d");
        assertThat(due("")).isEmpty();
        clock.stopAt("2026-03-03T10:00:00Z");
        assertThat(due("")).containsExactly("v1 48 h DUE");
        assertThat(due("overdue: true")).isEmpty();
        clock.stopAt("2026-03-03T15:59:59Z");
        assertThat(due("overdue: true")).as("23:59:59 in Shanghai").isEmpty();
        clock.stopAt("2026-03-03T16:00:00Z");
        assertThat(due("overdue: true")).as("24:00:00 in Shanghai").containsExactly("v1 48 h OVERDUE");
        assertThat(due("due: \"2026-03-08\"")).containsExactly("v1 48 h OVERDUE", "v1 7 d PLANNED");
        assertThat(due("due: \"2026-03-08\", overdue: false")).containsExactly("v1 7 d PLANNED");
    }

    @Test
    void whatIsDoneIsDoneOnceWithItsOutcome() {
        visit("v1", "ana", "HA");
        clock.stopAt("2026-03-03T10:00:00Z");
        var done = api.ask("mutation { completeFollowUp(input: {followUpId: \"v1 48 h\", staffId: \"tia\","
                        + " outcome: SATISFIED, note: \"all well\"}) { state outcome doneAt doneBy { id } } }")
                .path("completeFollowUp");
        assertThat(done.path("state").asString()).isEqualTo("DONE");
        assertThat(done.path("doneBy").path("id").asString()).isEqualTo("tia");
        assertThat(api.refusedWith("mutation { completeFollowUp(input: {followUpId: \"v1 48 h\", staffId: \"tia\","
                        + " outcome: CONCERN}) { id } }"))
                .isEqualTo("CONFLICT");
        assertThat(api.refusedWith("mutation { completeFollowUp(input: {followUpId: \"v9\", staffId: \"tia\","
                        + " outcome: CONCERN}) { id } }"))
                .isEqualTo("NOT_FOUND");
        clock.stopAt("2026-01-20T10:00:00Z");
        assertThat(due("")).as("no clock opens it again").isEmpty();
        clock.stopAt("2027-04-05T10:00:00Z");
        assertThat(due("overdue: true")).hasSize(5).doesNotContain("v1 48 h OVERDUE");
    }

    @Test
    void whatWasFoundAtAFollowUpIsNotForClientService() {
        visit("v1", "ana", "HA");
        clock.stopAt("2026-03-03T10:00:00Z");
        api.ask("mutation { completeFollowUp(input: {followUpId: \"v1 48 h\", staffId: \"tia\", outcome: SATISFIED,"
                + " note: \"swelling gone\"}) { id } }");
        var notes = "{ client(id: \"ana\") { followUps { edges { node { id note } } } } }";
        assertThat(api.as("doctor").ask(notes).toString()).contains("swelling gone");
        var refused = api.as("client service").send(notes, Map.of());
        assertThat(refused.at("/errors/0/extensions/code").asString()).isEqualTo("FORBIDDEN");
        assertThat(refused.toString()).doesNotContain("swelling");
    }

    @Test
    void theOwnersListIsHersAndGoesOnWithTheClient() {
        visit("v1", "ana", "HA");
        visit("v2", "ben", "XX");
        clock.stopAt("2026-03-03T12:00:00Z");
        assertThat(due("staff: \"sol\"")).containsExactly("v1 48 h DUE");
        api.ask("mutation { transferOwner(input: {clientId: \"ana\", toStaffId: \"tia\"}) { from } }");
        assertThat(due("staff: \"sol\"")).isEmpty();
        assertThat(due("staff: \"tia\"")).containsExactly("v1 48 h DUE");
    }

    @Test
    void theMissedOnesComeBeforeTheManager() {
        visit("v1", "ana", "HA");
        visit("v2", "ben", "XX");
        clock.stopAt("2026-03-03T15:59:59Z");
        assertThat(missed("mo")).isEmpty();
        clock.stopAt("2026-03-03T16:00:00Z");
        assertThat(missed("mo")).as("Sol's client and nobody's").containsExactly("v1 48 h", "v2 48 h");
        assertThat(missed("max")).as("nobody's client").containsExactly("v2 48 h");
    }

    @Test
    void anImportPlansWhatIsStillAhead() {
        graph.run("""
                MATCH (client:Client {id: 'ana'}), (treatment:Treatment {code: 'HA'})
                CREATE (client)-[:HAD_VISIT]->(:Visit {id: 'old', at: datetime('2025-12-01T10:00:00Z'), charged: 1, paid: 1, refunded: 0})-[:INCLUDED]->(treatment),
                  (client)-[:HAD_VISIT]->(:Visit {id: 'ancient', at: datetime('2020-12-01T10:00:00Z'), charged: 1, paid: 1, refunded: 0})
                """);
        assertThat(followUps.planAll()).isEqualTo(1);
        assertThat(steps("ana")).containsExactly("90 d", "before the effect of 180 d ends", "180 d");
        followUps.planAll();
        assertThat(steps("ana")).as("again changes nothing").hasSize(3);
    }

    @Test
    void aCategoryFollowsItsOwnPlan() {
        api.ask("mutation { setFollowUpPlan(input: {category: \"FILLER\", hours: [24], days: [14]}) { days } }");
        visit("v1", "ana", "HA");
        assertThat(steps("ana")).containsExactly("24 h", "14 d");
        assertThat(api.ask("{ followUpPlans { category hours } }")
                        .path("followUpPlans")
                        .size())
                .isEqualTo(2);
        assertThat(api.refusedWith("mutation { setFollowUpPlan(input: {hours: [0], days: []}) { days } }"))
                .isEqualTo("INVALID_INPUT");
    }

    @Test
    void thePagesHangTogether() {
        visit("v1", "ana", "HA");
        visit("v2", "ben", "XX");
        clock.stopAt("2027-03-03T16:00:00Z");
        var all = due("");
        var paged = new ArrayList<String>();
        var after = "";
        do {
            var page = api.ask(
                            "query($after: String) { followUps(first: 4, after: $after) { edges { node { id state } }"
                                    + " pageInfo { endCursor hasNextPage } } }",
                            after.isEmpty() ? Map.of() : Map.of("after", after))
                    .path("followUps");
            page.path("edges").forEach(edge -> paged.add(line(edge.path("node"))));
            after = page.path("pageInfo").path("hasNextPage").asBoolean()
                    ? page.path("pageInfo").path("endCursor").asString()
                    : "";
        } while (!after.isEmpty());
        assertThat(all).hasSize(11);
        assertThat(paged).isEqualTo(all);
    }

    private void visit(String id, String client, String treatment) {
        api.ask(
                "mutation($id: ID, $client: ID!, $treatment: ID!) { recordVisit(input: {id: $id, clientId: $client,"
                        + " charged: 100, treatments: [$treatment]}) { id } }",
                Map.of("id", id, "client", client, "treatment", treatment));
    }

    private List<String> steps(String client) {
        var steps = new ArrayList<String>();
        api.ask("query($id: ID!) { client(id: $id) { followUps { edges { node { step } } } } }", Map.of("id", client))
                .path("client")
                .path("followUps")
                .path("edges")
                .forEach(edge -> steps.add(edge.path("node").path("step").asString()));
        return steps;
    }

    private List<String> due(String arguments) {
        var lines = new ArrayList<String>();
        var call = arguments.isEmpty() ? "followUps" : "followUps(" + arguments + ")";
        api.ask("{ " + call + " { edges { node { id state } } } }")
                .path("followUps")
                .path("edges")
                .forEach(edge -> lines.add(line(edge.path("node"))));
        return lines;
    }

    private List<String> missed(String manager) {
        var ids = new ArrayList<String>();
        api.ask("query($id: ID!) { missedFollowUps(managerId: $id) { edges { node { id } } } }", Map.of("id", manager))
                .path("missedFollowUps")
                .path("edges")
                .forEach(edge -> ids.add(edge.path("node").path("id").asString()));
        return ids;
    }

    private static String line(JsonNode followUp) {
        return followUp.path("id").asString() + " " + followUp.path("state").asString();
    }
}
