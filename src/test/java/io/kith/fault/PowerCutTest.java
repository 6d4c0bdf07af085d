package io.kith.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kith.RunningKith;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** F5: what a power cut must not take is on the disk, as the system's calls show: the folder before 'ready', each commit before its answer. */
@EnabledIfSystemProperty(named = "kith.test.faults", matches = "true")
class PowerCutTest {

    private static final int WRITES = 100;
    private static final Pattern SYNC = Pattern.compile("(?:fsync|fdatasync)\\(\\d+<([^>]*)>");

    @TempDir
    Path folder;

    @Test
    void theFolderIsSyncedBeforeReadyAndEachCommitBeforeItsAnswer() throws Exception {
        assumeTrue(has("strace"), "strace is not installed");
        var store = folder.toRealPath().resolve("store");
        var calls = folder.resolve("calls");
        var strace = List.of("strace", "-f", "-y", "-qq", "-e", "trace=fsync,fdatasync", "-o", calls.toString());
        try (var kith = RunningKith.startUnder(strace, store)) {
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> Asking.health(kith, "readiness") == 200);
            var synced = Set.copyOf(synced(calls));
            var there = there(store);
            assertThat(there.stream().filter(path -> !synced.contains(path)))
                    .as("not on the disk when ready, of %d", there.size())
                    .isEmpty();
            var before = commits(calls, store);
            var log = synced(calls).stream()
                    .filter(path -> path.contains("operation-log"))
                    .count();
            for (var number = 0; number < WRITES; number++) {
                assertThat(Asking.code(Asking.register(kith, "client-" + number)))
                        .isEqualTo("OK");
            }
            var commits = commits(calls, store) - before;
            var lines = synced(calls).stream()
                            .filter(path -> path.contains("operation-log"))
                            .count()
                    - log;
            System.out.printf(
                    "F5: %d files and folders on the disk before ready, 0 missing; %d acknowledged writes, %d syncs of the graph's"
                            + " log, %d of the operation log and its head; lost nothing%n",
                    there.size(), WRITES, commits, lines);
            assertThat(commits).isGreaterThanOrEqualTo(WRITES);
            assertThat(lines).isGreaterThanOrEqualTo(WRITES);
        }
    }

    private static long commits(Path calls, Path store) throws IOException {
        var log =
                store.resolve("data/transactions/neo4j/neostore.transaction.db").toString();
        return synced(calls).stream().filter(path -> path.startsWith(log)).count();
    }

    private static List<String> synced(Path calls) throws IOException {
        return Files.readString(calls, UTF_8)
                .lines()
                .flatMap(line -> SYNC.matcher(line).results().map(call -> call.group(1)))
                .toList();
    }

    /** But for locks, which are empty, and what Neo4j logs about itself. */
    private static Set<String> there(Path store) throws IOException {
        try (var paths = Files.walk(store)) {
            return paths.filter(path -> !path.toString().endsWith("lock"))
                    .filter(path -> !path.startsWith(store.resolve("logs")))
                    .map(Path::toString)
                    .collect(Collectors.toSet());
        }
    }

    private static boolean has(String program) {
        try {
            return new ProcessBuilder(program, "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException | InterruptedException absent) {
            return false;
        }
    }
}
