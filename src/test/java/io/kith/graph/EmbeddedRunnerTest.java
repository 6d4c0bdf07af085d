package io.kith.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Statements run in the embedded store itself: what they return, how they end, and that an interrupt harms nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedRunnerTest {

    private static final int WRITERS = 4;
    private static final int WRITES = 150;

    private EmbeddedStore store;
    private StoreThreads threads;
    private EmbeddedRunner runner;
    private TransactionTemplate transactions;

    @BeforeAll
    void open(@TempDir Path folder) {
        store = new EmbeddedStore(new StoreSettings(
                folder.resolve("store"), DataSize.ofMegabytes(16), Duration.ofMinutes(1), Duration.ofMinutes(5), 0));
        threads = new StoreThreads();
        runner = new EmbeddedRunner(store.database(), threads);
        transactions = new TransactionTemplate(runner.transactions());
        run("CREATE CONSTRAINT written_id FOR (written:Written) REQUIRE written.id IS UNIQUE", Map.of());
    }

    @AfterAll
    void close() {
        threads.close();
        store.close();
    }

    @Test
    void aRowHasWhatTheStatementReturnsOfEachKind() {
        var at = ZonedDateTime.of(2026, 11, 23, 8, 30, 0, 0, ZoneOffset.UTC);
        var given = Map.<String, Object>of(
                "text",
                "Ana",
                "number",
                7L,
                "real",
                0.5,
                "flag",
                true,
                "day",
                LocalDate.of(2026, 11, 23),
                "at",
                at,
                "texts",
                List.of("a", "b"),
                "maps",
                List.of(Map.of("id", "C1")));

        var rows = new ArrayList<Row>();
        runner.each(
                "RETURN $text AS text, $number AS number, $real AS real, $flag AS flag, $day AS day, $at AS at,"
                        + " $texts AS texts, $maps AS maps, null AS none",
                given,
                rows::add);

        var row = rows.get(0);
        assertThat(rows).hasSize(1);
        assertThat(row.text("text")).isEqualTo("Ana");
        assertThat(row.number("number")).isEqualTo(7);
        assertThat(row.real("real")).isEqualTo(0.5);
        assertThat(row.flag("flag")).isTrue();
        assertThat(row.day("day")).isEqualTo("2026-11-23");
        assertThat(row.instant("at")).isEqualTo(at.toInstant());
        assertThat(row.texts("texts")).containsExactly("a", "b");
        assertThat(row.rows("maps", map -> map.text("id"))).containsExactly("C1");
        assertThat(row.has("none")).isFalse();
    }

    @Test
    void whoReadsManyRowsMayAskForMoreMeanwhileOrStopAtAny() {
        var read = new ArrayList<Long>();
        runner.each(
                "UNWIND range(1, 3000) AS number RETURN number",
                Map.of(),
                row -> runner.each(
                        "RETURN $number * 2 AS twice",
                        Map.of("number", row.number("number")),
                        twice -> read.add(twice.number("twice"))));
        assertThat(read).hasSize(3000).startsWith(2L).endsWith(6000L);

        assertThatThrownBy(() -> runner.each("UNWIND range(1, 3000) AS number RETURN number", Map.of(), row -> {
                    throw new IllegalArgumentException("enough");
                }))
                .hasMessage("enough");
        assertThat(openTransactions()).isEqualTo(1);
    }

    @Test
    void workThatFailsLeavesNothing() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    write("failed");
                    throw new IllegalArgumentException("after the write");
                }))
                .hasMessage("after the write");
        assertThatThrownBy(() -> runner.each(
                        "CREATE (:Written {id: 'read'}) WITH 1 AS one UNWIND range(1, 3000) AS number"
                                + " RETURN number",
                        Map.of(),
                        row -> {
                            throw new IllegalArgumentException("while reading");
                        }))
                .hasMessage("while reading");

        assertThat(written("failed")).isZero();
        assertThat(written("read")).isZero();
        assertThat(openTransactions()).isEqualTo(1);
    }

    @Test
    void whatIsTakenIsRefusedAsOverBolt() {
        write("taken");

        assertThatThrownBy(() -> write("taken")).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> write("taken")))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void whoWasInterruptedBeginsNothing() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> write("interrupted")).isInstanceOf(StoreSilent.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(written("interrupted")).isZero();
    }

    @Test
    void interruptsOfThoseWhoWriteHarmNeitherTheStoreNorWhatTheyWrote() throws InterruptedException {
        var acknowledged = new ConcurrentLinkedQueue<String>();
        var writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> new Thread(() -> {
                    for (var number = 0; number < WRITES; number++) {
                        writeUnlessInterrupted("irq-%d-%d".formatted(writer, number), acknowledged);
                    }
                }))
                .toList();
        writers.forEach(Thread::start);
        var random = new Random(1);
        while (writers.stream().anyMatch(Thread::isAlive)) {
            writers.get(random.nextInt(WRITERS)).interrupt();
            Thread.onSpinWait();
        }
        for (var writer : writers) {
            writer.join();
        }

        assertThat(store.failure()).isEmpty();
        assertThat(acknowledged).isNotEmpty();
        var kept = new ArrayList<String>();
        runner.each(
                "MATCH (written:Written) WHERE written.id STARTS WITH 'irq-' RETURN written.id AS id",
                Map.of(),
                row -> kept.add(row.text("id")));
        assertThat(kept).containsExactlyInAnyOrderElementsOf(acknowledged);
    }

    private void writeUnlessInterrupted(String id, ConcurrentLinkedQueue<String> acknowledged) {
        Thread.interrupted();
        try {
            transactions.executeWithoutResult(status -> write(id));
            acknowledged.add(id);
        } catch (StoreSilent interrupted) {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private void write(String id) {
        run("CREATE (:Written {id: $id})", Map.of("id", id));
    }

    private void run(String cypher, Map<String, Object> parameters) {
        runner.each(cypher, parameters, row -> {});
    }

    private long written(String id) {
        return count("MATCH (written:Written {id: $id}) RETURN count(written) AS count", Map.of("id", id));
    }

    /** This question's own among them. */
    private long openTransactions() {
        return count("SHOW TRANSACTIONS YIELD transactionId RETURN count(transactionId) AS count", Map.of());
    }

    private long count(String cypher, Map<String, Object> parameters) {
        var counts = new ArrayList<Long>();
        runner.each(cypher, parameters, row -> counts.add(row.number("count")));
        return counts.get(0);
    }
}
