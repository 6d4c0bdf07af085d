package io.kith.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestGraph;
import io.kith.Watching;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Dora is a director until she is not; Ana is a client. */
@KithTest
class RevokedRoleTest {

    private static final String LOG =
            "query($filter: OperationLogFilter) { operationLog(filter: $filter, first: 5) { edges { node { account"
                    + " actions clientIds address outcome reason } } } }";

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    Accounts accounts;

    private String name;
    private Api dora;

    @BeforeEach
    void doraIsADirector() {
        graph.clear();
        name = "dora-" + UUID.randomUUID();
        accounts.create(name, Level.DIRECTOR, Api.PASSWORD, null, null);
        dora = api.with(Api.basic(name, Api.PASSWORD));
        api.ask("mutation { registerClient(input: {id: \"ana\", name: \"Ana\", phone: \"13800138000\"}) { id } }");
    }

    @Test
    void aRevokedRoleIsRefusedAtTheVeryNextRequest() {
        var phone = "{ client(id: \"ana\") { phone } }";
        assertThat(dora.ask("{ accounts { totalCount } }")
                        .at("/accounts/totalCount")
                        .asInt())
                .isPositive();
        assertThat(dora.ask(phone).at("/client/phone").asString()).isEqualTo("13800138000");
        change(Level.CLIENT_SERVICE);
        assertThat(dora.refusedWith("{ accounts { totalCount } }")).isEqualTo("FORBIDDEN");
        assertThat(dora.ask(phone).at("/client/phone").asString()).isEqualTo("138****8000");
        change(Level.DIRECTOR);
        assertThat(dora.ask(phone).at("/client/phone").asString()).isEqualTo("13800138000");
    }

    @Test
    void anAccessTokenIsNoFreshPassword() {
        var secret = dora.ask("mutation { createAccessToken(input: {name: \"script\"}) { secret } }")
                .at("/createAccessToken/secret")
                .asString();
        var script = api.with("Bearer " + secret);
        assertThat(script.ask("{ accounts { totalCount } }")
                        .at("/accounts/totalCount")
                        .asInt())
                .isPositive();
        assertThat(script.refusedWith("mutation { eraseClient(input: {clientId: \"ana\", reason: \"asked\"}) { id } }"))
                .isEqualTo("PASSWORD_NEEDED");
        var headers = Map.of("Authorization", "Bearer " + secret);
        var confirming = "mutation { confirmPassword(input: {password: \"%s\"}) { name } }".formatted(Api.PASSWORD);
        try (var socket = Watching.socket(api.uri("/graphql"), headers, confirming)) {
            assertThat(socket.next().at("/confirmPassword/name").asString()).isEqualTo(name);
            socket.ended();
            socket.ask("2", "{ exportLedger { rows } }");
            assertThat(socket.take().at("/payload/errors/0/extensions/code").asString())
                    .as("where a password was typed under a token")
                    .isEqualTo("PASSWORD_NEEDED");
        }
        assertThat(api.ask("{ client(id: \"ana\") { name } }")
                        .at("/client/name")
                        .asString())
                .isEqualTo("Ana");
    }

    @Test
    void everyLookIsLogged() {
        dora.ask("{ client(id: \"ana\") { name } }");
        var look = lastOf(Map.of("account", name));
        assertThat(look.at("/actions/0").asString()).isEqualTo("Query.client");
        assertThat(look.at("/clientIds/0").asString()).isEqualTo("ana");
        assertThat(look.path("address").asString()).isEqualTo("127.0.0.1");
        assertThat(look.path("outcome").asString()).isEqualTo("OK");

        change(Level.DOCTOR);
        dora.send("{ accounts { totalCount } }", Map.of());
        var refusal = lastOf(Map.of("account", name));
        assertThat(refusal.path("outcome").asString()).isEqualTo("FORBIDDEN");
        assertThat(refusal.path("reason").asString()).isEqualTo("refused: Query.accounts");

        dora.ask("mutation { unmaskPhone(input: {clientId: \"ana\", reason: \"she asked to be called\"}) { phone } }");
        assertThat(lastOf(Map.of("clientId", "ana", "action", "Mutation.unmaskPhone"))
                        .path("reason")
                        .asString())
                .isEqualTo("she asked to be called");
        assertThat(api.ask("{ verifyOperationLog { intact } }")
                        .at("/verifyOperationLog/intact")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void whatTouchesNobodyIsNotLogged() {
        var before = api.ask("{ verifyOperationLog { entries } }")
                .at("/verifyOperationLog/entries")
                .asLong();
        api.ask("{ me { name } treatments { totalCount } }");
        assertThat(api.ask("{ verifyOperationLog { entries } }")
                        .at("/verifyOperationLog/entries")
                        .asLong())
                .isEqualTo(before);
    }

    @Test
    void onesOwnClientsPhoneIsShownInFull() {
        graph.run("CREATE (:Staff {id: 'olga', name: 'Olga', role: 'CLIENT_SERVICE'})");
        var olgasName = "olga-" + UUID.randomUUID();
        accounts.create(olgasName, Level.CLIENT_SERVICE, Api.PASSWORD, "olga", null);
        var olga = api.with(Api.basic(olgasName, Api.PASSWORD));
        api.ask("mutation { registerClient(input: {id: \"ben\", name: \"Ben\", phone: \"13900139123\"}) { id } }");
        api.ask("mutation { assignOwner(input: {clientId: \"ana\", staffId: \"olga\"}) { from } }");
        var phones = olga.ask("{ ana: client(id: \"ana\") { phone } ben: client(id: \"ben\") { phone } }");
        assertThat(phones.at("/ana/phone").asString()).isEqualTo("13800138000");
        assertThat(phones.at("/ben/phone").asString()).isEqualTo("139****9123");
    }

    @Test
    void whoTakesAClientForHerselfSaysWhy() {
        graph.run("CREATE (:Staff {id: 'olga', name: 'Olga', role: 'CLIENT_SERVICE'}),"
                + " (:Staff {id: 'nora', name: 'Nora', role: 'CLIENT_SERVICE'})");
        var olgasName = "olga-" + UUID.randomUUID();
        accounts.create(olgasName, Level.CLIENT_SERVICE, Api.PASSWORD, "olga", null);
        var olga = api.with(Api.basic(olgasName, Api.PASSWORD));

        assertThat(olga.refusedWith("mutation { assignOwner(input: {clientId: \"ana\", staffId: \"olga\"}) { from } }"))
                .isEqualTo("INVALID_INPUT");
        olga.ask("mutation { assignOwner(input: {clientId: \"ana\", staffId: \"nora\"}) { from } }");
        assertThat(
                        olga.refusedWith(
                                "mutation { transferOwner(input: {clientId: \"ana\", toStaffId: \"olga\", reason: \" \"}) { from } }"))
                .isEqualTo("INVALID_INPUT");
        assertThat(olga.ask("{ client(id: \"ana\") { phone } }")
                        .at("/client/phone")
                        .asString())
                .isEqualTo("138****8000");

        olga.ask("mutation { transferOwner(input: {clientId: \"ana\", toStaffId: \"olga\", reason: \"Nora is ill\"})"
                + " { from } }");
        assertThat(olga.ask("{ client(id: \"ana\") { phone } }")
                        .at("/client/phone")
                        .asString())
                .isEqualTo("13800138000");
        assertThat(lastOf(Map.of("account", olgasName, "action", "Mutation.transferOwner"))
                        .path("reason")
                        .asString())
                .isEqualTo("Nora is ill");
    }

    private JsonNode lastOf(Map<String, String> filter) {
        return api.ask(LOG, Map.of("filter", filter)).at("/operationLog/edges/0/node");
    }

    private void change(Level level) {
        api.ask(
                "mutation($name: String!, $level: Level!) { changeLevel(input: {account: $name, level: $level}) { level } }",
                Map.of("name", name, "level", level.name()));
    }
}
