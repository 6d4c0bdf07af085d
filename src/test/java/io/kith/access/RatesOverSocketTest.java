package io.kith.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.Api;
import io.kith.RunningKith;
import io.kith.Watching;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Carl and Dean may each ask twenty times at once and then once a second: Carl over a web socket, Dean over HTTP. */
class RatesOverSocketTest {

    private static final int AT_ONCE = 20;
    private static final int QUESTIONS = 100;
    private static final String ME = "{ me { name } }";

    @TempDir
    static Path folder;

    private static RunningKith kith;
    private static URI graphQl;

    @BeforeAll
    static void twentyAtOnce() {
        kith = RunningKith.start(
                folder.resolve("store"),
                "--kith.access.requests-per-second=1",
                "--kith.access.requests-at-once=" + AT_ONCE);
        graphQl = URI.create(kith.address() + "/graphql");
        for (var name : new String[] {"carl", "dean"}) {
            var made = post(
                    RunningKith.AUTHORIZATION,
                    "mutation { createAccount(input: {name: \"%s\", level: DOCTOR, password: \"%s\"}) { name } }"
                            .formatted(name, Api.PASSWORD));
            assertThat(made.body()).contains("\"data\"").doesNotContain("errors");
        }
    }

    @AfterAll
    static void stopped() {
        kith.close();
    }

    @Test
    void messagesAreRefusedOnceThereWereAsManyAsRequestsMayBe() {
        var told = new HashMap<String, String>();
        var begun = System.nanoTime();
        try (var carl = Watching.socket(graphQl, Map.of("Authorization", Api.basic("carl", Api.PASSWORD)), ME)) {
            for (var number = 2; number <= QUESTIONS; number++) {
                carl.ask(String.valueOf(number), ME);
            }
            for (var ended = 0; ended < QUESTIONS; ) {
                var message = carl.take();
                if (message.path("type").asString().equals("complete")) {
                    ended++;
                } else {
                    var code = message.at("/payload/errors/0/extensions/code").asString("OK");
                    told.put(message.path("id").asString(), code);
                }
            }
            var passed = told.values().stream().filter("OK"::equals).count();
            assertThat(told).hasSize(QUESTIONS).containsValue("LIMIT_EXCEEDED");
            assertThat(told.values()).containsOnly("OK", "LIMIT_EXCEEDED");
            assertThat(passed + 1)
                    .as("messages answered, and the request that opened the socket")
                    .isBetween((long) AT_ONCE, AT_ONCE + secondsSince(begun));
        }
    }

    @Test
    void aRequestOverHttpIsCountedOnce() {
        var begun = System.nanoTime();
        var authorization = Api.basic("dean", Api.PASSWORD);
        var passed = 0;
        var answer = post(authorization, ME);
        while (answer.statusCode() == 200 && passed < QUESTIONS) {
            passed++;
            answer = post(authorization, ME);
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("LIMIT_EXCEEDED");
        assertThat((long) passed).isBetween((long) AT_ONCE, AT_ONCE + secondsSince(begun));
    }

    /** As many may have been let in besides. */
    private static long secondsSince(long begun) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun) + 1;
    }

    private static HttpResponse<String> post(String authorization, String document) {
        return Api.send(HttpRequest.newBuilder(graphQl)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"query\":\"%s\"}".formatted(document.replace("\"", "\\\""))))
                .build());
    }
}
