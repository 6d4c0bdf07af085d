package io.kith;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Kith as a front end meets it: GraphQL over HTTP in, JSON out. */
@TestComponent
public class Api {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Environment environment;

    Api(Environment environment) {
        this.environment = environment;
    }

    /** The data of a request that must succeed. */
    public JsonNode ask(String document, Map<String, ?> variables) {
        var answer = send(document, variables);
        assertThat(answer.path("errors").toString()).as("errors").isEmpty();
        return answer.path("data");
    }

    public JsonNode ask(String document) {
        return ask(document, Map.of());
    }

    /** The first error of a request that must be refused: its message and {@code extensions.code}. */
    public JsonNode refusal(String document, Map<String, ?> variables) {
        var answer = send(document, variables);
        assertThat(answer.path("errors").size()).as("errors of %s", answer).isPositive();
        return answer.path("errors").path(0);
    }

    /** The code a request is refused with. */
    public String refusedWith(String document, Map<String, ?> variables) {
        return refusal(document, variables).path("extensions").path("code").asString();
    }

    public String refusedWith(String document) {
        return refusedWith(document, Map.of());
    }

    /** The whole answer, whatever it is. */
    public JsonNode send(String document, Map<String, ?> variables) {
        var body = JSON.writeValueAsString(Map.of("query", document, "variables", variables));
        var request = HttpRequest.newBuilder(uri("/graphql"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** An address of the Kith under test. */
    public URI uri(String path) {
        return URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port") + path);
    }
}
