package io.kith;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Traces go where a setting says, and tell of what was done, not of Zenobia Quillfeather to whom. */
@KithTest
class TracesTest {

    private static final Pattern TRACING = Pattern.compile("(?i)opentelemetry|otlp|tracing");
    private static final String NAME = "Zenobia Quillfeather";
    private static final String PHONE = "13800138471";
    private static final String REQUEST = "http post /graphql";
    private static final int PATIENCE = 60;

    @Autowired
    ApplicationContext context;

    @TempDir
    Path folder;

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

    @Test
    void nothingIsTracedUnlessAReceiverIsNamed() {
        assertThat(context.getBeanDefinitionNames()).noneMatch(TRACING.asPredicate());
    }

    @Test
    void aNamedReceiverIsToldWhatWasDoneAndNotToWhom() throws IOException, InterruptedException {
        var receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/v1/traces", this::receive);
        receiver.start();
        var endpoint =
                "http://localhost:%d/v1/traces".formatted(receiver.getAddress().getPort());
        try (var kith = RunningKith.start(
                folder.resolve("store"),
                "--" + TracingWhereAsked.ENDPOINT + "=" + endpoint,
                "--management.observations.enable.graphql.datafetcher=true")) {
            var requests = aboutZenobia();
            for (var request : requests) {
                send(kith, request);
            }
            var spans = new StringBuilder();
            while (count(REQUEST, spans) < requests.size()) {
                var more = received.poll(PATIENCE, TimeUnit.SECONDS);
                assertThat(more)
                        .as("spans within %d s after %s", PATIENCE, spans)
                        .isNotNull();
                spans.append(more);
            }
            assertThat(spans)
                    .contains("service.name", "kith", "graphql query", "graphql mutation", "registerClient", "LookUp")
                    .contains("graphql.error.type", "NotFound")
                    .doesNotContain("Zenobia", "Quillfeather", PHONE);
        } finally {
            receiver.stop(0);
        }
    }

    /** In variables and in the document itself, in what is answered and in what is refused. */
    private static List<Map<String, Object>> aboutZenobia() {
        var register = "mutation($input: RegisterClientInput!) { registerClient(input: $input) { id name phone } }";
        var zenobia = Map.of("input", Map.of("id", "z", "name", NAME, "phone", PHONE));
        return List.of(
                Map.of("query", register, "variables", zenobia),
                Map.of("query", register, "variables", zenobia),
                Map.of(
                        "query",
                        "query LookUp($search: String) { clients(search: $search) { edges { node { name phone } } } }",
                        "variables",
                        Map.of("search", NAME),
                        "operationName",
                        "LookUp"),
                Map.of("query", "{ clients(search: \"" + PHONE + "\") { edges { node { name phone } } } }"),
                Map.of("query", "{ client(id: \"" + NAME + "\") { name } }"),
                Map.of("query", "{ clients(after: \"" + NAME + "\") { totalCount } }"),
                Map.of("query", "{ nothing(name: \"" + NAME + "\") }"),
                Map.of("query", "{ " + NAME),
                Map.of(
                        "query",
                        "mutation { retractReferral(input: {referralId: \"" + NAME + "\", reason: \"" + PHONE
                                + "\"}) { id } }"),
                Map.of(
                        "query",
                        "query($id: ID!) { client(id: $id) { name } }",
                        "variables",
                        Map.of("id", Map.of("name", NAME))));
    }

    private static void send(RunningKith kith, Map<String, Object> request) {
        Api.send(HttpRequest.newBuilder(URI.create(kith.address() + "/graphql"))
                .header("Authorization", RunningKith.AUTHORIZATION)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(request)))
                .build());
    }

    /** The names and values of a span are in a body of Protocol Buffers as they are. */
    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static long count(String name, CharSequence in) {
        return Pattern.compile(Pattern.quote(name)).matcher(in).results().count();
    }
}
