package io.kith;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who watches a subscription: as server-sent events or over a web socket. */
public final class Watching implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNode END = JSON.createObjectNode().put("end", true);
    private static final int PATIENCE = 30;

    private final BlockingQueue<JsonNode> told = new LinkedBlockingQueue<>();
    private @Nullable WebSocket socket;

    private Watching() {}

    /** Watches as server-sent events until the stream ends. */
    public static Watching events(URI graphQl, Map<String, String> headers, String document) {
        var watching = new Watching();
        var request = HttpRequest.newBuilder(graphQl)
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", document))));
        headers.forEach(request::header);
        HTTP.sendAsync(request.build(), BodyHandlers.ofLines())
                .thenAcceptAsync(answer -> answer.body()
                        .filter(line -> line.startsWith("data:") && line.contains("{"))
                        .map(line -> JSON.readTree(line.substring("data:".length())))
                        .forEach(watching.told::add))
                .whenComplete((done, failed) -> watching.told.add(END));
        return watching;
    }

    /** Watches over a web socket, as {@code graphql-transport-ws} has it. */
    public static Watching socket(URI graphQl, Map<String, String> headers, String document) {
        var watching = new Watching();
        var address = URI.create(graphQl.toString().replaceFirst("^http", "ws"));
        var builder = HTTP.newWebSocketBuilder().subprotocols("graphql-transport-ws");
        headers.forEach(builder::header);
        var socket = builder.buildAsync(address, watching.new Listener()).join();
        watching.socket = socket;
        socket.sendText("{\"type\":\"connection_init\"}", true).join();
        assertThat(watching.take().path("type").asString()).isEqualTo("connection_ack");
        watching.ask("1", document);
        return watching;
    }

    /** Sends one more question over the web socket. */
    public void ask(String id, String document) {
        var message = Map.of("id", id, "type", "subscribe", "payload", Map.of("query", document));
        assertThat(socket).isNotNull();
        socket.sendText(JSON.writeValueAsString(message), true).join();
    }

    /** The data of the next event. */
    public JsonNode next() {
        var event = take();
        var payload = event.has("payload") ? event.path("payload") : event;
        assertThat(payload.has("data")).as("%s", event).isTrue();
        return payload.path("data");
    }

    /** Waits until nothing more will be told; what was told before that is an error. */
    public void ended() {
        var last = take();
        assertThat(last.path("end").asBoolean() || last.path("type").asString().equals("complete"))
                .as("%s", last)
                .isTrue();
    }

    /** Whatever comes next. */
    public JsonNode take() {
        try {
            var next = told.poll(PATIENCE, TimeUnit.SECONDS);
            assertThat(next).as("told within %d s", PATIENCE).isNotNull();
            return next;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.abort();
        }
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                told.add(JSON.readTree(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            told.add(END);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            told.add(END);
        }
    }
}
