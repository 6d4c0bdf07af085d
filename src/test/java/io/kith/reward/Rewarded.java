package io.kith.reward;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.Api;
import io.kith.TestGraph;
import io.kith.TestPlace;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** Ana brought Ben, who brought Cleo; Dan came by himself; Olga is on the staff. */
final class Rewarded {

    private final Api api;
    private final TestPlace place;

    private Rewarded(Api api, TestPlace place) {
        this.api = api;
        this.place = place;
    }

    static Rewarded clinic(Api api, TestGraph graph, TestPlace place) {
        graph.clear();
        graph.run("CREATE (:Staff {id: 'olga', name: 'Olga', role: 'CONSULTANT'})");
        var clinic = new Rewarded(api, place);
        clinic.register("ana");
        clinic.bring("ana", "ben");
        clinic.bring("ben", "cleo");
        clinic.register("dan");
        return clinic;
    }

    /** Puts a pack in force at a place it is for. */
    String sign(String pack) {
        place.is(pack.equals("generic-cash") ? "generic" : pack.replace("cn-2025", "cn"));
        return api.ask("mutation($name: String!) { signPack(input: {name: $name}) { id } }", Map.of("name", pack))
                .at("/signPack/id")
                .asString();
    }

    void register(String id) {
        api.ask(
                "mutation($id: ID, $name: String!) { registerClient(input: {id: $id, name: $name}) { id } }",
                Map.of("id", id, "name", "Client " + id));
    }

    String bring(String referrer, String friend) {
        return api.ask(
                        "mutation($referrer: ID, $id: ID, $name: String!) { recordReferral(input: {referrerId: $referrer,"
                                + " newClient: {id: $id, name: $name}}) { id } }",
                        Map.of("referrer", referrer, "id", friend, "name", "Client " + friend))
                .at("/recordReferral/id")
                .asString();
    }

    void visit(String id, String client, String paid) {
        visit(Map.of("id", id, "clientId", client, "charged", new BigDecimal(paid)));
    }

    void visit(Map<String, Object> input) {
        api.ask("mutation($input: RecordVisitInput!) { recordVisit(input: $input) { id } }", Map.of("input", input));
    }

    void refund(String visit, String amount) {
        api.ask(
                "mutation($id: ID!, $amount: Decimal!) { refundVisit(input: {visitId: $id, amount: $amount}) { id } }",
                Map.of("id", visit, "amount", new BigDecimal(amount)));
    }

    JsonNode balance(String client) {
        return api.ask(
                        "query($id: ID!) { client(id: $id) { rewardBalance { available { amount } pending { amount }"
                                + " redeemed { amount } availablePoints pendingPoints recognitions entries kinds { kind total } } } }",
                        Map.of("id", client))
                .at("/client/rewardBalance");
    }

    /** Available and pending money, such as {@code 0.00 5.00}. */
    String money(String client) {
        var balance = balance(client);
        return amount(balance.at("/available/amount")) + " " + amount(balance.at("/pending/amount"));
    }

    /** The lines of a client, earliest first. */
    List<JsonNode> entries(String client) {
        var found = api.ask(
                        "query($id: ID!) { client(id: $id) { rewardEntries(first: 200) { edges { node { id sequence type kind"
                                + " amount money { amount } state reason accountingReference corrects { id } client { id }"
                                + " proof { referral { id } referrer { id } friend { id } generation basis side percent whole"
                                + " uncapped limitedBy pack packVersion period consents base { amount } visit { id } } } } } } }",
                        Map.of("id", client))
                .at("/client/rewardEntries/edges")
                .valueStream()
                .map(edge -> edge.path("node"))
                .toList();
        var reversed = new ArrayList<>(found);
        Collections.reverse(reversed);
        return reversed;
    }

    /** The lines of a client in short, earliest first, such as {@code ACCRUAL CASH 5.00}. */
    List<String> lines(String client) {
        return entries(client).stream()
                .map(entry -> "%s %s %s"
                        .formatted(
                                entry.path("type").asString(),
                                entry.path("kind").asString(),
                                entry.path("money").isNull()
                                        ? entry.path("amount").decimalValue().toPlainString()
                                        : amount(entry.path("amount"))))
                .toList();
    }

    private static String amount(JsonNode amount) {
        return amount.decimalValue().setScale(2).toPlainString();
    }

    JsonNode reconciliation() {
        return api.ask(
                        "{ reconcileRewards { intact entries clients findings { sequence sentence } totals { kind amount } } }")
                .path("reconcileRewards");
    }

    /** Lets the job accrue what recorded visits earn, and waits for its end. */
    void accrueAll() {
        var job = api.ask("mutation { accrueRewards { id } }")
                .at("/accrueRewards/id")
                .asString();
        Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> !state(job).equals("RUNNING"));
        assertThat(state(job)).isEqualTo("DONE");
    }

    private String state(String job) {
        return api.ask("query($id: ID!) { job(id: $id) { state } }", Map.of("id", job))
                .at("/job/state")
                .asString();
    }

    /** Kith met by another director. */
    Api secondDirector() {
        api.send(
                "mutation($password: String) { createAccount(input: {name: \"second-director\", level: DIRECTOR, password:"
                        + " $password}) { name } }",
                Map.of("password", Api.PASSWORD));
        return api.with(Api.basic("second-director", Api.PASSWORD));
    }

    Map<String, Object> redemption(String client, String amount, String key) {
        var input = new HashMap<String, Object>(Map.of(
                "clientId", client, "kind", "CASH", "amount", new BigDecimal(amount), "accountingReference", "B-1"));
        if (key != null) {
            input.put("idempotencyKey", key);
        }
        return Map.of("input", input);
    }
}
