package io.kith.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.Api;
import io.kith.RunningKith;
import io.kith.graph.StoreCheck;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** F28: 20 requests a second, reads and writes mixed, for as long as {@code kith.test.soak-seconds} says. */
@EnabledIfSystemProperty(named = "kith.test.soak-seconds", matches = "\\d+")
class SoakTest {

    private static final int PER_SECOND = 20;
    private static final int WARM_UP = 500;
    private static final Duration WARM = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    /** Heap after a collection, in MiB, and live threads. */
    private record Figures(double heap, int threads) {}

    @Test
    void heapAndThreadsStayAsTheyAre() throws Exception {
        var seconds = Integer.getInteger("kith.test.soak-seconds");
        var store = folder.resolve("store");
        try (var kith = RunningKith.start("1g", store)) {
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> Asking.health(kith, "readiness") == 200);
            Asking.register(kith, "client-0");
            for (var number = 0; number < WARM_UP; number++) {
                request(kith, number);
            }
            try (var load = new SteadyLoad(PER_SECOND, number -> request(kith, WARM_UP + number))) {
                load.goOn(WARM);
                var start = figures(kith);
                load.goOn(Duration.ofSeconds(seconds));
                var end = figures(kith);
                var outcomes = load.end();
                var codes = outcomes.stream()
                        .collect(Collectors.groupingBy(SteadyLoad.Outcome::code, Collectors.counting()));
                System.out.printf(
                        "F28: %d requests in %d s: %s; p99 %.0f ms; heap %.0f MiB at the start, %.0f MiB at the end; threads %d,"
                                + " then %d%n",
                        outcomes.size(),
                        seconds + WARM.toSeconds(),
                        codes,
                        SteadyLoad.p99(outcomes) * 1e3,
                        start.heap(),
                        end.heap(),
                        start.threads(),
                        end.threads());
                assertThat(codes.keySet()).containsExactly("OK");
                assertThat(end.heap()).as("MiB of heap").isLessThan(start.heap() * 1.5 + 32);
                assertThat(end.threads()).isLessThanOrEqualTo(start.threads() + 20);
            }
            kith.stop();
        }
        assertThat(StoreCheck.faults(store)).isEmpty();
    }

    /** Of five requests one brings a client, one is a visit, three look. */
    private static String request(RunningKith kith, int number) {
        var known = "client-" + Math.max(0, number / 5 - 40);
        var answer = switch (number % 5) {
            case 0 -> bring(kith, number / 5 + 1);
            case 1 ->
                Asking.ask(
                        kith,
                        "mutation($input: RecordVisitInput!) { recordVisit(input: $input) { id } }",
                        Map.of(
                                "input",
                                Map.of(
                                        "id",
                                        "visit-" + number,
                                        "clientId",
                                        known,
                                        "at",
                                        "2026-01-05T10:00:00Z",
                                        "charged",
                                        100,
                                        "paid",
                                        100)));
            case 2 ->
                Asking.ask(
                        kith,
                        "query($id: ID!) { client(id: $id) { name netRevenue { amount } upline { generation client { id } } } }",
                        Map.of("id", known));
            case 3 ->
                Asking.ask(
                        kith,
                        "{ client(id: \"client-0\") { downlineSummary { clients netRevenue { amount } } downline(first: 20) {"
                                + " edges { node { generation client { id name } } } } } }",
                        Map.of());
            default ->
                Asking.ask(
                        kith,
                        "query($text: String) { clients(search: $text, first: 20) { edges { node { id name } } } }",
                        Map.of("text", "name " + number % 100));
        };
        return Asking.code(answer);
    }

    private static JsonNode bring(RunningKith kith, int number) {
        var input = Map.of(
                "referrerId", "client-0", "newClient", Map.of("id", "client-" + number, "name", "Name " + number));
        return Asking.ask(
                kith,
                "mutation($input: RecordReferralInput!) { recordReferral(input: $input) { id } }",
                Map.of("input", input));
    }

    private static Figures figures(RunningKith kith) throws IOException, InterruptedException {
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), "" + kith.pid(), "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        var text = Api.send(HttpRequest.newBuilder(URI.create(kith.address() + "/actuator/prometheus"))
                        .header("Authorization", RunningKith.AUTHORIZATION)
                        .build())
                .body();
        return new Figures(sum(text, "jvm_memory_used_bytes{area=\"heap\"") / (1 << 20), (int)
                sum(text, "jvm_threads_live_threads"));
    }

    private static double sum(String metrics, String beginning) {
        return metrics.lines()
                .filter(line -> line.startsWith(beginning))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
