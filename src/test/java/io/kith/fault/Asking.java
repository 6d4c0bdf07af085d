package io.kith.fault;

import io.kith.Api;
import io.kith.RunningKith;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Questions and writes over HTTP to a Kith that may be gone by now. */
final class Asking {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Asking() {}

    /** The whole answer; an unchecked I/O exception where there was none. */
    static JsonNode ask(RunningKith kith, String document, Map<String, ?> variables) {
        var request = HttpRequest.newBuilder(URI.create(kith.address() + "/graphql"))
                .timeout(Duration.ofMinutes(1))
                .header("Content-Type", "application/json")
                .header("Authorization", RunningKith.AUTHORIZATION)
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("query", document, "variables", variables))));
        return JSON.readTree(Api.send(request.build()).body());
    }

    /** Registers a client under an idempotency key of her own; the whole answer. */
    static JsonNode register(RunningKith kith, String id) {
        return ask(
                kith,
                "mutation($input: RegisterClientInput!) { registerClient(input: $input) { id } }",
                Map.of("input", Map.of("id", id, "name", "Name of " + id, "idempotencyKey", "key of " + id)));
    }

    /** Whether somebody has this id. */
    static boolean isThere(RunningKith kith, String id) {
        return !ask(kith, "query($id: ID!) { client(id: $id) { id } }", Map.of("id", id))
                .at("/data/client")
                .isNull();
    }

    /** The code of the first error, OK where there is none. */
    static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString("OK");
    }

    /** The status of a part of {@code /actuator/health}. */
    static int health(RunningKith kith, String group) {
        var request = HttpRequest.newBuilder(URI.create(kith.address() + "/actuator/health/" + group));
        return Api.send(request.timeout(Duration.ofSeconds(5)).build()).statusCode();
    }
}
