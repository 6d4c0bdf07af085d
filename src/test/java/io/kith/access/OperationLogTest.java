package io.kith.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kith.access.OperationLogVerdict.OperationLogFault;
import io.kith.edge.Paging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dora keeps a log of ten thousand lines; Mallory can write to the disk it lies on. */
class OperationLogTest {

    private static final int LINES = 10_000;
    private static final Duration QUICK = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private OperationLog log;

    @BeforeEach
    void tenThousandLines() throws Exception {
        log = open();
        write(LINES, 32);
        assertThat(log.verify().findings()).isEmpty();
        assertThat(log.verify().entries()).isEqualTo(LINES);
    }

    @AfterEach
    void close() throws IOException {
        log.close();
    }

    @Test
    void anEditedLineIsFound() throws IOException {
        tamper(lines -> lines.set(4_711, lines.get(4_711).replace("\"client-", "\"clie-nt")));
        assertThat(faults()).contains(OperationLogFault.EDITED);
    }

    @Test
    void anEditedLineIsFoundEvenWhereItsHashIsMadeToFit() throws IOException {
        tamper(lines -> {
            var edited = lines.get(4_711).replace("\"outcome\":\"OK\"", "\"outcome\":\"NO\"");
            var hash = LogEntry.trueHash(LogEntry.statedHash(lines.get(4_710)), edited);
            lines.set(4_711, edited.substring(0, edited.length() - 66) + hash + "\"}");
        });
        assertThat(faults()).contains(OperationLogFault.EDITED);
    }

    @Test
    void aChainMadeAnewToItsEndIsFound() throws IOException {
        tamper(lines -> {
            lines.set(4_711, lines.get(4_711).replace("\"outcome\":\"OK\"", "\"outcome\":\"NO\""));
            for (var at = 4_711; at < lines.size(); at++) {
                var line = lines.get(at);
                var hash = LogEntry.trueHash(LogEntry.statedHash(lines.get(at - 1)), line);
                lines.set(at, line.substring(0, line.length() - 66) + hash + "\"}");
            }
        });
        assertThat(faults()).contains(OperationLogFault.REPLACED);
        reopen();
        assertThat(faults()).contains(OperationLogFault.FOUND_AT_START);
    }

    @Test
    void aRemovedLineIsFound() throws IOException {
        tamper(lines -> lines.remove(4_711));
        assertThat(faults()).contains(OperationLogFault.OUT_OF_ORDER);
    }

    @Test
    void theFirstLineRemovedIsFound() throws IOException {
        tamper(lines -> lines.remove(0));
        assertThat(faults()).contains(OperationLogFault.CUT_BEGINNING);
    }

    @Test
    void linesInAnotherOrderAreFound() throws IOException {
        tamper(lines -> Collections.swap(lines, 4_711, 4_712));
        assertThat(faults()).contains(OperationLogFault.OUT_OF_ORDER);
    }

    @Test
    void aCutTailIsFoundWhileKithRunsAndAfter() throws IOException {
        tamper(lines -> lines.subList(LINES - 10, LINES).clear());
        assertThat(faults()).contains(OperationLogFault.CUT_TAIL);
        reopen();
        log.append(Operation.ofSystem("later", List.of()));
        assertThat(faults()).contains(OperationLogFault.FOUND_AT_START);
    }

    @Test
    void anOldStatePutBackIsFound() throws IOException {
        var old = Files.readAllBytes(file());
        write(100, 1);
        log.close();
        Files.write(file(), old);
        log = open();
        assertThat(faults()).contains(OperationLogFault.FOUND_AT_START);
        reopen();
        assertThat(faults()).as("and stays found").contains(OperationLogFault.FOUND_AT_START);
    }

    @Test
    void aLogTakenAwayIsFound() throws IOException {
        log.close();
        Files.delete(file());
        log = open();
        assertThat(faults()).contains(OperationLogFault.FOUND_AT_START);
    }

    @Test
    void halfALineLeftByACrashIsCutOffAndNothingElse() throws IOException {
        log.close();
        Files.writeString(file(), Files.readString(file()) + "{\"n\":10001,\"at\":\"2026");
        log = open();
        assertThat(log.verify().findings()).isEmpty();
        assertThat(log.verify().entries()).isEqualTo(LINES);
        write(1, 1);
        assertThat(log.verify().findings()).isEmpty();
    }

    @Test
    void pagesGoFromTheLatestToTheFirst() {
        var seen = new ArrayList<Long>();
        String after = null;
        do {
            var page = log.page(LogFilter.NONE, Paging.of(200, after));
            page.edges().forEach(edge -> seen.add(edge.node().sequence()));
            after = page.pageInfo().hasNextPage() ? page.pageInfo().endCursor() : null;
        } while (after != null);
        assertThat(seen).hasSize(LINES).isSortedAccordingTo(Collections.reverseOrder());
    }

    @Test
    void aFilterFindsWhoLookedAtAClient() {
        var filter = new LogFilter("dora", "client-4711", null, null, null, null);
        var page = log.page(filter, Paging.of(20, null));
        assertThat(page.edges()).hasSize(1);
        assertThat(page.edges().get(0).node().operation().actions()).containsExactly("Query.client");
    }

    @Test
    void whatIsOlderThanItsRetentionGoesAndTheRestStillVerifies() throws IOException {
        log.close();
        Files.delete(file());
        Files.delete(folder.resolve("head"));
        log = new OperationLog(folder.resolve("log"), folder.resolve("head"), at("2020-01-01T00:00:00Z"), 2_000);
        write(50, 1);
        log.close();
        log = new OperationLog(folder.resolve("log"), folder.resolve("head"), at("2026-01-01T00:00:00Z"), 2_000);
        write(50, 1);
        log.keepOnly(Duration.ofDays(365));
        var verdict = log.verify();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.entries()).isLessThan(70);
    }

    @Test
    void anythingMayStandInALine() {
        var odd = "quote \" backslash \\ newline \n tab \t 王小明 😀";
        log.append(new Operation("dora", List.of("Query.client"), List.of(odd), "", "OK", odd));
        var entry = log.page(LogFilter.NONE, Paging.of(1, null)).edges().get(0).node();
        assertThat(entry.operation().clientIds()).containsExactly(odd);
        assertThat(entry.operation().reason()).isEqualTo(odd);
        assertThat(log.verify().findings()).isEmpty();
    }

    private List<OperationLogFault> faults() {
        var start = System.nanoTime();
        var verdict = log.verify();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(QUICK);
        assertThat(verdict.intact()).isFalse();
        return verdict.findings().stream()
                .map(OperationLogVerdict.OperationLogFinding::kind)
                .toList();
    }

    private interface Tampering {
        void on(List<String> lines);
    }

    private void tamper(Tampering tampering) throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(file(), UTF_8));
        tampering.on(lines);
        Files.writeString(file(), String.join("\n", lines) + "\n", UTF_8);
    }

    private void write(int lines, int threads) throws IOException {
        var work = new ArrayList<Callable<Void>>();
        for (var thread = 0; thread < threads; thread++) {
            var first = lines * thread / threads;
            var end = lines * (thread + 1) / threads;
            work.add(() -> {
                for (var line = first; line < end; line++) {
                    log.append(new Operation(
                            "dora", List.of("Query.client"), List.of("client-" + line), "127.0.0.1", "OK", null));
                }
                return null;
            });
        }
        var workers = Executors.newFixedThreadPool(threads);
        try {
            for (var done : workers.invokeAll(work)) {
                done.get();
            }
        } catch (Exception failed) {
            throw new IOException(failed);
        } finally {
            workers.shutdown();
        }
    }

    private Path file() {
        return folder.resolve("log").resolve("0000000000000000001.jsonl");
    }

    private void reopen() throws IOException {
        log.close();
        log = open();
    }

    private OperationLog open() {
        return new OperationLog(folder.resolve("log"), folder.resolve("head"), Clock.systemUTC(), Long.MAX_VALUE);
    }

    private static Clock at(String instant) {
        return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    }
}
