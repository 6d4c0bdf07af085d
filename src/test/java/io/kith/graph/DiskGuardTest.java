package io.kith.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestGraph;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** While the disk is nearly full nothing is written, everything is read, and Kith is not ready. */
@KithTest
class DiskGuardTest {

    private static final String BEN = "mutation { registerClient(input: {id: \"B\", name: \"Ben\"}) { id } }";

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    TestDisk disk;

    @BeforeEach
    void ana() {
        graph.clear();
        api.ask("mutation { registerClient(input: {id: \"A\", name: \"Ana\"}) { id } }");
    }

    @AfterEach
    void room() {
        disk.reset();
    }

    @Test
    void aNearlyFullDiskTakesNoWritesAndStillAnswers() {
        disk.leave(0.0499);

        var refusal = api.refusal(BEN, Map.of());

        assertThat(refusal.at("/extensions/code").asString()).isEqualTo("UNAVAILABLE");
        assertThat(refusal.path("message").asString()).contains("less than 5 % free");
        assertThat(api.ask("{ client(id: \"B\") { id } }").path("client").isNull())
                .isTrue();
        assertThat(api.ask("{ client(id: \"A\") { name } }").at("/client/name").asString())
                .isEqualTo("Ana");
        assertThat(status("readiness")).isEqualTo(503);
        assertThat(status("liveness")).isEqualTo(200);
    }

    @Test
    void withRoomEnoughItWritesAndIsReady() {
        disk.leave(0.0501);

        assertThat(api.ask(BEN).at("/registerClient/id").asString()).isEqualTo("B");
        assertThat(status("readiness")).isEqualTo(200);
    }

    private int status(String group) {
        return Api.send(HttpRequest.newBuilder(api.uri("/actuator/health/" + group))
                        .build())
                .statusCode();
    }
}
