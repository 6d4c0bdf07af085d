package io.kith.touchpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestClock;
import io.kith.TestGraph;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Ana knows Dr. Du and Nurse Nan; Fay sits at the front desk. */
@KithTest
class TouchpointsTest {

    private static final String RECORD =
            "mutation($input: RecordTouchpointInput!) { recordTouchpoint(input: $input) { id client { id } staff { name }"
                    + " at stage kind satisfaction rapport note } }";
    private static final String TIES =
            "{ client(id: \"ana\") { staffTies { staff { id } strength dependence contacts lastAt meanSatisfaction"
                    + " meanRapport weight trend parts { kind contacts weight } } } }";
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    TestClock clock;

    @Autowired
    StaffTies ties;

    @BeforeEach
    void theCast() {
        graph.clear();
        graph.run("""
                CREATE (:Staff {id: 'du', name: 'Dr. Du', role: 'DOCTOR'}), (:Staff {id: 'nan', name: 'Nan', role: 'NURSE'}),
                  (:Staff {id: 'fay', name: 'Fay', role: 'FRONT_DESK'})
                """);
        clock.stopAt(NOW.minus(Duration.ofDays(365)));
        api.ask("mutation { registerClient(input: {id: \"ana\", name: \"Ana\"}) { id } }");
        clock.stopAt(NOW);
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void aTouchpointIsRecordedAndFoundByEveryFilter() {
        record("t1", "du", "2026-02-01T09:00:00Z", "DURING", "CONSULTATION", 4, 5);
        record("t2", "nan", "2026-02-08T15:59:59Z", "AFTER", "FOLLOW_UP", null, null);
        record("t3", "fay", "2026-02-08T16:00:00Z", "BEFORE", "CALL", 2, null);
        assertThat(ids("{}")).containsExactly("t3", "t2", "t1");
        assertThat(ids("{stages: [DURING, AFTER]}")).containsExactly("t2", "t1");
        assertThat(ids("{kinds: [CALL]}")).containsExactly("t3");
        assertThat(ids("{staffIds: [\"du\", \"fay\"]}")).containsExactly("t3", "t1");
        assertThat(ids("{from: \"2026-02-09\"}")).as("midnight in Shanghai").containsExactly("t3");
        assertThat(ids("{to: \"2026-02-08\"}")).as("up to that midnight").containsExactly("t2", "t1");
    }

    @Test
    void touchpointsArePagedWithoutGapOrRepeat() {
        for (var number = 0; number < 5; number++) {
            record("t" + number, "du", "2026-02-01T09:00:00Z", "DURING", "OTHER", null, null);
        }
        var seen = new ArrayList<String>();
        var after = "";
        for (var page = 0; page < 3; page++) {
            var connection = api.ask(
                            "query($after: String) { client(id: \"ana\") { touchpoints(first: 2, after: $after) {"
                                    + " edges { node { id } } pageInfo { endCursor hasNextPage } } } }",
                            after.isEmpty() ? Map.of() : Map.of("after", after))
                    .path("client")
                    .path("touchpoints");
            connection
                    .path("edges")
                    .forEach(edge -> seen.add(edge.path("node").path("id").asString()));
            after = connection.path("pageInfo").path("endCursor").asString();
        }
        assertThat(seen).containsExactly("t0", "t1", "t2", "t3", "t4");
    }

    @Test
    void whatIsNoTouchpointIsRefused() {
        assertThat(refused("du", "now", "TREATMENT", 6)).isEqualTo("INVALID_INPUT");
        assertThat(refused("du", "now", "TREATMENT", 0)).isEqualTo("INVALID_INPUT");
        assertThat(refused("du", "2026-03-02T10:00:00Z", "TREATMENT", 3)).isEqualTo("INVALID_INPUT");
        assertThat(refused("du", "now", "VISIT", 3)).isEqualTo("INVALID_INPUT");
        assertThat(refused("nobody", "now", "TREATMENT", 3)).isEqualTo("NOT_FOUND");
        record("t1", "du", "2026-02-01T09:00:00Z", "DURING", "OTHER", null, null);
        var again = input("t1", "ana", "du", null, "DURING", "OTHER", null, null);
        assertThat(api.refusedWith(RECORD, Map.of("input", again))).isEqualTo("DUPLICATE_ID");
        var stranger = input(null, "nobody", "du", null, "DURING", "OTHER", null, null);
        assertThat(api.refusedWith(RECORD, Map.of("input", stranger))).isEqualTo("NOT_FOUND");
    }

    @Test
    void oneKeyRecordsOneTouchpoint() {
        var input = input(null, "ana", "du", null, "DURING", "OTHER", null, null);
        input.put("idempotencyKey", "once");
        var first =
                api.ask(RECORD, Map.of("input", input)).path("recordTouchpoint").path("id");
        var second =
                api.ask(RECORD, Map.of("input", input)).path("recordTouchpoint").path("id");
        assertThat(second).isEqualTo(first);
        assertThat(ids("{}")).hasSize(1);
    }

    @Test
    void aTieIsWhatTheFormulaSaysPartByPart() {
        record("t1", "du", "2025-09-02T10:00:00Z", "DURING", "CONSULTATION", 4, 5);
        visit("v1", "2026-03-01T10:00:00Z", "nan");
        var answer = api.ask(TIES).path("client").path("staffTies");
        var nan = answer.path(1);
        var du = answer.path(0);
        assertThat(du.path("staff").path("id").asString()).as("strongest first").isEqualTo("du");
        var byNan = 1 - Math.exp(-0.8 / 3);
        var byDu = 1 - Math.exp(-1.3 * 1.6 / 2 / 3);
        assertThat(du.path("strength").asDouble()).as("180 days old: half").isCloseTo(byDu, within(1e-9));
        assertThat(nan.path("strength").asDouble()).as("served as nurse").isCloseTo(byNan, within(1e-9));
        assertThat(nan.path("dependence").asDouble()).isCloseTo(byNan / (byNan + byDu), within(1e-9));
        assertThat(nan.path("trend").asDouble())
                .as("90 days ago there was none")
                .isCloseTo(byNan, within(1e-9));
        assertThat(du.path("trend").asDouble()).isNegative();
        assertThat(du.path("meanSatisfaction").asDouble()).isEqualTo(4);
        assertThat(nan.path("meanRapport").isNull()).isTrue();
        assertThat(nan.path("parts").path(0).path("kind").asString()).isEqualTo("VISIT");
    }

    @Test
    void coverageNamesWhoHasNotMetHerSinceTheTreatment() {
        record("t1", "du", "2026-01-10T10:00:00Z", "BEFORE", "CONSULTATION", 5, 5);
        visit("v1", "2026-02-01T10:00:00Z", "nan");
        record("t2", "nan", "2026-02-03T10:00:00Z", "AFTER", "FOLLOW_UP", 4, 4);
        var coverage = api.ask(
                        "{ client(id: \"ana\") { coverage { lastVisitAt roles { role met contacts } stages { stage contacts }"
                                + " weakest { role } } } }")
                .path("client")
                .path("coverage");
        var met = new HashMap<String, String>();
        coverage.path("roles")
                .forEach(role ->
                        met.put(role.path("role").asString(), role.path("met").asString()));
        assertThat(met)
                .containsOnly(
                        Map.entry("DOCTOR", "NOT_SINCE_LAST_VISIT"),
                        Map.entry("NURSE", "SINCE_LAST_VISIT"),
                        Map.entry("FRONT_DESK", "NEVER"));
        assertThat(coverage.path("weakest").path("role").asString()).isEqualTo("FRONT_DESK");
        assertThat(coverage.path("stages").path(1).path("contacts").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsKeptOfEachPairAgreesWithItsContacts() {
        for (var seed = 1; seed <= 3; seed++) {
            var random = new Random(seed);
            var weights = new HashMap<String, Double>();
            graph.run("MATCH (touchpoint:Touchpoint) DETACH DELETE touchpoint");
            graph.run("MATCH ()-[known:KNOWN_BY]->() DELETE known");
            for (var number = 0; number < 40; number++) {
                var staff = List.of("du", "nan", "fay").get(random.nextInt(3));
                var kind = ContactKind.values()[random.nextInt(ContactKind.values().length - 1)];
                var age = random.nextInt(2_000);
                var satisfaction = random.nextInt(6);
                var rapport = random.nextInt(6);
                var row = new HashMap<String, Object>();
                row.put("staff", staff);
                row.put("at", NOW.minus(Duration.ofDays(age)).atOffset(ZoneOffset.UTC));
                row.put("kind", kind.name());
                row.put("satisfaction", satisfaction == 0 ? null : satisfaction);
                row.put("rapport", rapport == 0 ? null : rapport);
                graph.run("""
                        MATCH (client:Client {id: 'ana'}), (staff:Staff {id: $staff})
                        CREATE (client)-[:HAD_TOUCHPOINT]->(:Touchpoint {id: randomUUID(), at: $at, stage: 'AFTER', kind: $kind,
                          satisfaction: $satisfaction, rapport: $rapport})-[:WITH]->(staff)
                        """, row);
                var factors = List.of(1.0, 0.4, 0.7, 1.0, 1.3, 1.6);
                weights.merge(
                        staff,
                        kind.quality() * factors.get(satisfaction) * factors.get(rapport) * Math.pow(2, -age / 180.0),
                        Double::sum);
            }
            assertThat(ties.weighAll()).isEqualTo(1);
            for (var tie : ties.of("ana")) {
                assertThat(tie.weight()).as("seed %d", seed).isCloseTo(weights.get(tie.staffId()), within(1e-9));
                assertThat(kept(tie.staffId())).as("seed %d", seed).isCloseTo(tie.weight(), within(1e-9));
            }
        }
    }

    @Test
    void eachContactRecordedIsInWhatIsKeptAtOnce() {
        record("t1", "du", "2026-02-01T09:00:00Z", "DURING", "CONSULTATION", 4, 5);
        visit("v1", "2026-02-01T10:00:00Z", "du");
        var tie = ties.of("ana").get(0);
        assertThat(tie.contacts()).isEqualTo(2);
        assertThat(kept("du")).isCloseTo(tie.weight(), within(1e-12));
    }

    private double kept(String staffId) {
        var weight = graph.run(
                        "MATCH (:Client {id: 'ana'})-[known:KNOWN_BY]->(:Staff {id: $id}) RETURN known.weight AS weight",
                        Map.of("id", staffId))
                .get(0)
                .get("weight")
                .asDouble();
        return TieStrength.at(NOW, weight);
    }

    private void visit(String id, String at, String staff) {
        api.ask(
                "mutation($id: ID, $at: DateTime, $staff: ID!) { recordVisit(input: {id: $id, clientId: \"ana\", at: $at,"
                        + " charged: 100, staff: [{staffId: $staff}]}) { id } }",
                Map.of("id", id, "at", at, "staff", staff));
    }

    private JsonNode record(
            String id, String staff, String at, String stage, String kind, Integer satisfaction, Integer rapport) {
        return api.ask(RECORD, Map.of("input", input(id, "ana", staff, at, stage, kind, satisfaction, rapport)));
    }

    private String refused(String staff, String at, String kind, Integer satisfaction) {
        var input = input(null, "ana", staff, at.equals("now") ? null : at, "DURING", kind, satisfaction, null);
        return api.refusedWith(RECORD, Map.of("input", input));
    }

    private List<String> ids(String filter) {
        var edges = api.ask("{ client(id: \"ana\") { touchpoints(filter: " + filter + ") { edges { node { id } } } } }")
                .path("client")
                .path("touchpoints")
                .path("edges");
        var ids = new ArrayList<String>();
        edges.forEach(edge -> ids.add(edge.path("node").path("id").asString()));
        return ids;
    }

    private static Map<String, Object> input(
            String id,
            String client,
            String staff,
            String at,
            String stage,
            String kind,
            Integer satisfaction,
            Integer rapport) {
        var input = new HashMap<String, Object>();
        input.put("id", id);
        input.put("clientId", client);
        input.put("staffId", staff);
        input.put("at", at);
        input.put("stage", stage);
        input.put("kind", kind);
        input.put("satisfaction", satisfaction);
        input.put("rapport", rapport);
        return input;
    }
}
