package io.kith.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestClock;
import io.kith.TestGraph;
import io.kith.edge.Conflict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Ana brought Ben; Sol and Tia are stylists, Mo leads them. */
@KithTest
class OwnersTest {

    private static final String NOW = "2026-03-01T10:00:00Z";

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    TestClock clock;

    @Autowired
    Owners owners;

    @BeforeEach
    void theCast() {
        graph.clear();
        graph.run("""
                CREATE (:Staff {id: 'sol', name: 'Sol', role: 'THERAPIST'}), (:Staff {id: 'tia', name: 'Tia', role: 'THERAPIST'}),
                  (:Staff {id: 'mo', name: 'Mo', role: 'MANAGER'}),
                  (:Staff {id: 'gone', name: 'Gil', role: 'NURSE', activeTo: date('2026-02-28')})
                """);
        clock.stopAt(NOW);
        for (var name : List.of("ana", "ben", "cleo")) {
            api.ask(
                    "mutation($id: ID) { registerClient(input: {id: $id, name: \"Client\"}) { id } }",
                    Map.of("id", name));
        }
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void whoIsAskedFirstKeepsTheClientUntilSheIsHandedOn() {
        assign("ana", "sol");
        assertThat(assignRefused("ana", "tia")).isEqualTo("CONFLICT");
        assign("ana", "sol");
        clock.stopAt("2026-03-02T10:00:00Z");
        transfer("ana", "tia");
        var ana = api.ask("{ client(id: \"ana\") { owner { id } ownership { staff { id } from to reason } } }")
                .path("client");
        assertThat(ana.path("owner").path("id").asString()).isEqualTo("tia");
        assertThat(ana.path("ownership").size()).isEqualTo(2);
        assertThat(ana.path("ownership").path(0).path("to").isNull()).isTrue();
        assertThat(ana.path("ownership").path(0).path("reason").asString()).isEqualTo("Sol is on leave");
        assertThat(ana.path("ownership").path(1).path("to").asString()).isEqualTo("2026-03-02T10:00:00Z");
    }

    @Test
    void nobodyUnknownAndNobodyWhoLeftTakesAClient() {
        assertThat(assignRefused("nobody", "sol")).isEqualTo("NOT_FOUND");
        assertThat(assignRefused("ana", "nobody")).isEqualTo("NOT_FOUND");
        assertThat(assignRefused("ana", "gone")).isEqualTo("INVALID_INPUT");
        assertThat(api.refusedWith(
                        "mutation { transferOwner(input: {clientId: \"ana\", toStaffId: \"sol\"}) { staff { id } } }"))
                .as("there is nobody to transfer from")
                .isEqualTo("CONFLICT");
        assertThat(api.ask("{ client(id: \"ana\") { owner { id } ownership { from } } }")
                        .path("client")
                        .path("ownership")
                        .size())
                .isZero();
    }

    @Test
    void twoAskedAtOnceLeaveOneOwner() throws Exception {
        for (var round = 0; round < 10; round++) {
            graph.run("MATCH ()-[held:OWNED_BY]->() DELETE held");
            var gate = new CyclicBarrier(2);
            Callable<Boolean> sol = () -> tries(gate, "sol");
            Callable<Boolean> tia = () -> tries(gate, "tia");
            var threads = Executors.newFixedThreadPool(2);
            var won = 0;
            for (var answer : threads.invokeAll(List.of(sol, tia))) {
                won += answer.get() ? 1 : 0;
            }
            threads.shutdown();
            assertThat(won).isEqualTo(1);
            assertThat(graph.run("MATCH (:Client {id: 'ana'})-[held:OWNED_BY]->() RETURN held"))
                    .hasSize(1);
        }
    }

    @Test
    void aDepartureSaysWhoAndWhatIsExposed() {
        theContacts();
        var departure = departure("sol");
        assertThat(departure.path("clientsExposed").asInt()).isEqualTo(2);
        assertThat(departure.path("soleContactClients").asInt()).isEqualTo(1);
        assertThat(departure.path("clientsOwned").asInt()).isEqualTo(1);
        assertThat(departure.path("dependence").asDouble()).isCloseTo(1.5, within(1e-9));
        assertThat(departure.path("value").path("amount").decimalValue()).isEqualByComparingTo("300");
        assertThat(departure.path("valueAtRisk").path("amount").decimalValue()).isEqualByComparingTo("200");
        var alongBen = Departures.DELTA * 0.5 * 200;
        assertThat(departure.path("networkValueAtRisk").path("amount").asDouble())
                .as("Ana, surely lost, may take Ben along, who is lost by half already")
                .isCloseTo(alongBen, within(0.01));
        assertThat(departure
                        .path("clients")
                        .path("edges")
                        .path(0)
                        .path("node")
                        .path("client")
                        .path("id")
                        .asString())
                .isIn("ana", "ben");
    }

    @Test
    void nobodyIsLostTwice() {
        theContacts();
        var departure = departure("sol");
        var whole = departure.path("value").path("amount").asDouble();
        assertThat(departure.path("valueAtRisk").path("amount").asDouble()
                        + departure.path("networkValueAtRisk").path("amount").asDouble())
                .isLessThan(whole);
    }

    @Test
    void aPlanIsAppliedAsAWholeWithItsHistory() {
        theContacts();
        var plan = departure("sol").path("handover");
        assertThat(plan.path("unassigned").size()).isZero();
        var moves = new ArrayList<Map<String, String>>();
        plan.path("assignments")
                .forEach(assignment -> moves.add(Map.of(
                        "clientId", assignment.path("client").path("id").asString(),
                        "toStaffId", assignment.path("to").path("id").asString())));
        assertThat(moves).contains(Map.of("clientId", "ana", "toStaffId", "tia"));
        var applied = apply(moves);
        assertThat(applied.size()).isEqualTo(moves.size());
        assertThat(departure("sol").path("clientsOwned").asInt()).isZero();
        assertThat(owners.history("ana")).hasSize(2);
    }

    @Test
    void aPlanThatIsOutdatedChangesNothing() {
        theContacts();
        transfer("ana", "mo");
        var moves =
                List.of(Map.of("clientId", "cleo", "toStaffId", "tia"), Map.of("clientId", "ana", "toStaffId", "tia"));
        var refused = api.refusedWith(
                "mutation($moves: [HandoverInput!]!) { applyHandover(input: {staffId: \"sol\", assignments: $moves}) { from } }",
                Map.of("moves", moves));
        assertThat(refused).isEqualTo("CONFLICT");
        assertThat(owners.of("cleo")).isEmpty();
    }

    @Test
    void aPlanKeepsToTheCapacitiesGiven() {
        theContacts();
        var plan = api.ask(
                        "{ staffDeparture(staffId: \"sol\") { handover(capacity: 0, capacities: [{staffId: \"mo\", clients: 1}]) {"
                                + " assignments { client { id } to { id } } unassigned { id } } } }")
                .path("staffDeparture")
                .path("handover");
        assertThat(plan.path("assignments").size()).isEqualTo(1);
        assertThat(plan.path("assignments").path(0).path("to").path("id").asString())
                .isEqualTo("mo");
        assertThat(plan.path("unassigned").size()).isEqualTo(1);
    }

    @Test
    void nobodyUnknownDeparts() {
        assertThat(api.refusedWith("{ staffDeparture(staffId: \"nobody\") { delta } }"))
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void standingIsWhatWasSaid() {
        var said = api.ask(
                        "mutation { describeStaff(input: {staffId: \"sol\", level: 4, capacity: 80, managerId: \"mo\"}) {"
                                + " level capacity load manager { id } } }")
                .path("describeStaff");
        assertThat(said.path("level").asInt()).isEqualTo(4);
        assertThat(said.path("manager").path("id").asString()).isEqualTo("mo");
        assertThat(api.refusedWith("mutation { describeStaff(input: {staffId: \"sol\", level: 6}) { level } }"))
                .isEqualTo("INVALID_INPUT");
        assertThat(api.refusedWith(
                        "mutation { describeStaff(input: {staffId: \"sol\", managerId: \"tia\"}) { level } }"))
                .isEqualTo("INVALID_INPUT");
        assertThat(api.ask("{ staffMember(id: \"sol\") { standing { capacity } } }")
                        .path("staffMember")
                        .path("standing")
                        .path("capacity")
                        .asInt())
                .isEqualTo(80);
    }

    /** Ana, who paid 100, knows Sol alone and is hers; Ben, whom she brought, paid 200 and knows Sol and Tia alike. */
    private void theContacts() {
        api.ask("mutation { recordReferral(input: {referrerId: \"ana\", referredId: \"ben\"}) { id } }");
        visit("ana", "100", "sol");
        visit("ben", "100", "sol");
        visit("ben", "100", "tia");
        assign("ana", "sol");
    }

    private void visit(String client, String amount, String staff) {
        api.ask(
                "mutation($client: ID!, $amount: Decimal!, $staff: ID!) { recordVisit(input: {clientId: $client,"
                        + " charged: $amount, staff: [{staffId: $staff}]}) { id } }",
                Map.of("client", client, "amount", amount, "staff", staff));
    }

    private JsonNode departure(String staff) {
        return api.ask(
                        "query($id: ID!) { staffDeparture(staffId: $id) { clientsExposed soleContactClients clientsOwned"
                                + " dependence value { amount } valueAtRisk { amount } networkValueAtRisk { amount }"
                                + " clients { edges { node { client { id } } } }"
                                + " handover { assignments { client { id } to { id } strength } unassigned { id } } } }",
                        Map.of("id", staff))
                .path("staffDeparture");
    }

    private JsonNode apply(List<Map<String, String>> moves) {
        return api.ask(
                        "mutation($moves: [HandoverInput!]!) { applyHandover(input: {staffId: \"sol\", assignments: $moves,"
                                + " reason: \"Sol leaves\"}) { staff { id } } }",
                        Map.of("moves", moves))
                .path("applyHandover");
    }

    private boolean tries(CyclicBarrier gate, String staff) throws Exception {
        gate.await();
        try {
            owners.assign("ana", staff, null, null);
            return true;
        } catch (Conflict second) {
            return false;
        }
    }

    private void assign(String client, String staff) {
        api.ask(
                "mutation($client: ID!, $staff: ID!) { assignOwner(input: {clientId: $client, staffId: $staff}) { from } }",
                Map.of("client", client, "staff", staff));
    }

    private String assignRefused(String client, String staff) {
        return api.refusedWith(
                "mutation($client: ID!, $staff: ID!) { assignOwner(input: {clientId: $client, staffId: $staff}) { from } }",
                Map.of("client", client, "staff", staff));
    }

    private void transfer(String client, String staff) {
        api.ask(
                "mutation($client: ID!, $staff: ID!) { transferOwner(input: {clientId: $client, toStaffId: $staff,"
                        + " reason: \"Sol is on leave\"}) { from } }",
                Map.of("client", client, "staff", staff));
    }
}
