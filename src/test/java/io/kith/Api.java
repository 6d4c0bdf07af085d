package io.kith;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kith.access.Accounts;
import io.kith.access.Level;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Kith as a front end meets it: GraphQL over HTTP in, JSON out; as a director unless somebody else is named. */
@TestComponent
public class Api {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The password of every account of the tests. */
    public static final String PASSWORD = "test password of a test store";

    private final Environment environment;
    private final Accounts accounts;
    private final @Nullable String authorization;

    @Autowired
    Api(Environment environment, Accounts accounts) {
        this(environment, accounts, basic("director", PASSWORD));
    }

    private Api(Environment environment, Accounts accounts, @Nullable String authorization) {
        this.environment = environment;
        this.accounts = accounts;
        this.authorization = authorization;
    }

    /** The same Kith met by another account: {@code doctor}, {@code client service}, or a second {@code director}. */
    public Api as(String level) {
        var name = level.replace(' ', '-');
        if (accounts.byName(name).isEmpty()) {
            accounts.create(
                    name, Level.valueOf(level.replace(' ', '_').toUpperCase(Locale.ROOT)), PASSWORD, null, null);
        }
        return with(basic(name, PASSWORD));
    }

    /** The same Kith met by nobody. */
    public Api anonymous() {
        return with(null);
    }

    /** The same Kith met with another Authorization header. */
    public Api with(@Nullable String header) {
        return new Api(environment, accounts, header);
    }

    /** The Authorization header of HTTP Basic. */
    public static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
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
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return JSON.readTree(send(request.build()).body());
    }

    /** Signs somebody in by the page's form. */
    public HttpResponse<String> signIn(String name) {
        var form = "username=%s&password=%s".formatted(name, URLEncoder.encode(PASSWORD, UTF_8));
        return send(HttpRequest.newBuilder(uri("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    /** The headers by which the page of somebody who signed in proves its requests. */
    public Map<String, String> session(String name) {
        var session = cookies(signIn(name));
        var page = send(HttpRequest.newBuilder(uri("/sign-in.html"))
                .header("Cookie", session)
                .build());
        var all = session + "; " + cookies(page);
        return Map.of("Cookie", all, "X-XSRF-TOKEN", cookie(all, "XSRF-TOKEN"));
    }

    public static String cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";")[0])
                .filter(cookie -> !cookie.endsWith("="))
                .collect(Collectors.joining("; "));
    }

    public static String cookie(String cookies, String name) {
        return Arrays.stream(cookies.split("; "))
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("no cookie " + name + " in " + cookies));
    }

    /** Any request at all. */
    public static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
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
