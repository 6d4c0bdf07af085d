package io.kith.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.Api;
import io.kith.CapturedLog;
import io.kith.KithTest;
import io.kith.TestGraph;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/**
 * Zenobia Quillfeather is a client like any other, and nothing of her is seen by whom it does not concern, nor said in
 * any line that was logged while the tests of this process ran; so this runs last of them where they run in order.
 */
@KithTest
@Order(Integer.MAX_VALUE)
class CanariesTest {

    private static final String NAME = "Zenobia Quillfeather";
    private static final String PHONE = "13800138471";
    private static final String NOTE = "xanthelasma beside the left eye";
    private static final String REASON = "she hides it from her aunt Philomena";

    private static final List<String> CANARIES = List.of(NAME, "Quillfeather", PHONE, "xanthelasma", "Philomena");

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    CapturedLog captured;

    @Autowired
    Environment environment;

    @BeforeEach
    void zenobia() {
        graph.clear();
        graph.run("CREATE (:Staff {id: 'canary-staff', name: 'Olga', role: 'CONSULTANT'})");
        api.ask(
                "mutation($name: String!, $phone: String) { registerClient(input: {id: \"canary\", name: $name,"
                        + " phone: $phone}) { id } }",
                Map.of("name", NAME, "phone", PHONE));
        api.ask("mutation { registerClient(input: {id: \"canary-2\", name: \"Somebody\"}) { id } }");
        note("canary-medical", "CONSULTATION", NOTE);
        note("canary-call", "CALL", "asked for a later hour");
    }

    @Test
    void aPhoneIsShownMaskedToAllButDirectors() {
        var phone =
                "{ client(id: \"canary\") { phone } clients(search: \"quillfeather\") { edges { node { phone } } } }";
        assertThat(api.ask(phone).toString()).contains(PHONE);
        for (var level : List.of("doctor", "client service")) {
            var seen = api.as(level).ask(phone).toString();
            assertThat(seen).contains("138****8471").doesNotContain(PHONE);
        }
    }

    @Test
    void aMedicalNoteIsNotForClientService() {
        var notes = "{ client(id: \"canary\") { touchpoints { edges { node { kind note } } } }"
                + " touchpoint(id: \"canary-medical\") { note } }";
        assertThat(api.as("doctor").ask(notes).toString()).contains(NOTE, "asked for a later hour");
        assertThat(api.as("client service").ask(notes).toString())
                .contains("asked for a later hour")
                .doesNotContain("xanthelasma");
    }

    @Test
    void nobodySeesAnythingOfHer() {
        var all = "{ client(id: \"canary\") { name phone } clients { edges { node { name phone } } } }";
        assertThat(api.anonymous().send(all, Map.of()).toString()).doesNotContain(CANARIES);
    }

    @Test
    void noLineOfTheRunSaysAnythingOfHer() throws IOException {
        stumble();
        assertThat(captured.lines()).isNotEmpty();
        for (var canary : CANARIES) {
            assertThat(captured.lines()).as("lines logged by the tests").noneMatch(line -> line.contains(canary));
        }
        var logs = Path.of(environment.getProperty("kith.store.directory", "data"), "logs");
        if (Files.isDirectory(logs)) {
            try (var files = Files.list(logs)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .as("the store's own %s", file)
                            .doesNotContain(CANARIES);
                }
            }
        }
    }

    /** Every way we know to make something complain about a value it was given. */
    private void stumble() {
        for (var one : List.of(api, api.as("doctor"), api.as("client service"), api.anonymous())) {
            one.send(
                    "mutation($name: String!) { registerClient(input: {id: \"canary\", name: $name}) { id } }",
                    Map.of("name", NAME));
            one.send("{ clients(search: \"Quillfeather " + PHONE + "\") { edges { node { name } } } }", Map.of());
            one.send("{ client(id: \"" + NAME + "\") { name } nothing(name: \"" + NAME + "\") }", Map.of());
            one.send("{ clients(after: \"" + PHONE + "\") { totalCount } }", Map.of());
            one.send("query($id: ID!) { client(id: $id) { name } }", Map.of("id", Map.of("name", NAME)));
            one.send(
                    "mutation($note: String) { recordTouchpoint(input: {id: \"canary-call\", clientId: \"canary\","
                            + " staffId: \"canary-staff\", stage: AFTER, kind: CALL, note: $note}) { id } }",
                    Map.of("note", NOTE));
            one.send(
                    "mutation($why: String!) { retractReferral(input: {referralId: \"" + NAME
                            + "\", reason: $why}) { id } }",
                    Map.of("why", REASON));
        }
        for (var body :
                List.of("{\"query\":\"" + NAME, "{\"query\": \"{ " + NAME + " }\"}", NAME, "[\"" + PHONE + "\"]")) {
            Api.send(HttpRequest.newBuilder(api.uri("/graphql"))
                    .header("Authorization", Api.basic("director", Api.PASSWORD))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body))
                    .build());
        }
        Api.send(HttpRequest.newBuilder(api.uri("/clients/" + PHONE))
                .header("Authorization", Api.basic("director", Api.PASSWORD))
                .build());
    }

    private void note(String id, String kind, String text) {
        api.ask(
                "mutation($id: ID!, $kind: ContactKind!, $note: String) { recordTouchpoint(input: {id: $id,"
                        + " clientId: \"canary\", staffId: \"canary-staff\", stage: DURING, kind: $kind, note: $note}) { id } }",
                Map.of("id", id, "kind", kind, "note", text));
    }
}
