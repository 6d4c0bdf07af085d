package io.kith.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kith.RunningKith;
import io.kith.graph.StoreCheck;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** F8: the store frozen, then killed, for 20 seconds each under 20 requests a second. */
@EnabledIfSystemProperty(named = "kith.test.faults", matches = "true")
class SilentStoreTest {

    private static final int PER_SECOND = 20;
    private static final int WARM_UP = 300;
    private static final Duration FAULT = Duration.ofSeconds(20);
    private static final double LONGEST_SECONDS = 15;
    private static final double FLOWING_AGAIN_SECONDS = 5;

    @TempDir
    Path folder;

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    @Test
    void errorsAreUnavailableAndItFlowsAgain() throws Exception {
        assumeTrue(Path.of("/proc/self/status").toFile().exists(), "signals and thread counts are taken from Linux");
        try (var store = new StoreProcess(folder.resolve("store"), freePort())) {
            try (var kith = RunningKith.start(folder.resolve("kith"), "--spring.neo4j.uri=" + store.uri())) {
                Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> Asking.health(kith, "readiness") == 200);
                under("frozen", kith, store::freeze, store::thaw);
                under("killed", kith, store::kill, store::startAgain);
                var lost = acknowledged.stream()
                        .filter(id -> !Asking.isThere(kith, id))
                        .toList();
                System.out.printf("F8: %d writes acknowledged, lost %d%n", acknowledged.size(), lost.size());
                assertThat(lost).isEmpty();
                kith.stop();
            }
            store.stop();
            assertThat(StoreCheck.faults(folder.resolve("store"))).isEmpty();
        }
    }

    private void under(String name, RunningKith kith, Runnable fault, Runnable mend) throws IOException {
        for (var number = 0; number < WARM_UP; number++) {
            request(kith, "warm-up for " + name, number);
        }
        try (var load = new SteadyLoad(PER_SECOND, number -> request(kith, name, number))) {
            load.goOn(Duration.ofSeconds(10));
            var threads = threads(kith);
            var broken = load.now();
            fault.run();
            load.goOn(FAULT);
            var most = threads(kith);
            var mending = load.now();
            mend.run();
            var mended = load.now();
            load.goOn(Duration.ofSeconds(20));
            var outcomes = load.end();
            var after = mended + (long) (FLOWING_AGAIN_SECONDS * 1e9);
            var meanwhile = between(outcomes, broken, mending);
            var again = between(outcomes, after, Long.MAX_VALUE);
            var slowest = meanwhile.stream()
                    .mapToDouble(SteadyLoad.Outcome::seconds)
                    .max()
                    .orElse(0);
            var lastError = outcomes.stream()
                    .filter(outcome -> !outcome.code().equals("OK"))
                    .mapToLong(outcome -> outcome.sent() - mended)
                    .max()
                    .orElse(0);
            System.out.printf(
                    "F8 %s: before %s; meanwhile %s, slowest %.1f s; last request to fail sent %.1f s after the end; from 5 s after"
                            + " on %s; threads %d before, %d at most, %d after%n",
                    name,
                    codes(between(outcomes, 0, broken)),
                    codes(meanwhile),
                    slowest,
                    lastError / 1e9,
                    codes(again),
                    threads,
                    most,
                    threads(kith));
            assertThat(codes(meanwhile).keySet()).isSubsetOf("OK", "UNAVAILABLE");
            assertThat(slowest).isLessThanOrEqualTo(LONGEST_SECONDS + 0.5);
            assertThat(codes(again).keySet()).containsExactly("OK");
            assertThat(most).as("threads").isLessThanOrEqualTo(threads + 220);
        }
    }

    private String request(RunningKith kith, String name, int number) {
        var id = name + "-" + number;
        if (number % 4 != 0) {
            return Asking.code(
                    Asking.ask(kith, "query($id: ID!) { client(id: $id) { id name } }", Map.of("id", name + "-0")));
        }
        var code = Asking.code(Asking.register(kith, id));
        if (code.equals("OK")) {
            acknowledged.add(id);
        }
        return code;
    }

    private static List<SteadyLoad.Outcome> between(List<SteadyLoad.Outcome> outcomes, long from, long to) {
        return outcomes.stream()
                .filter(outcome -> outcome.sent() >= from && outcome.sent() < to)
                .toList();
    }

    private static Map<String, Long> codes(List<SteadyLoad.Outcome> outcomes) {
        return outcomes.stream().collect(Collectors.groupingBy(SteadyLoad.Outcome::code, Collectors.counting()));
    }

    private static int threads(RunningKith kith) throws IOException {
        return Files.readString(Path.of("/proc/%d/status".formatted(kith.pid())))
                .lines()
                .filter(line -> line.startsWith("Threads:"))
                .mapToInt(line -> Integer.parseInt(line.substring(8).trim()))
                .findFirst()
                .orElse(0);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
