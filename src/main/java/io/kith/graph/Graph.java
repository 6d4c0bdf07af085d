package io.kith.graph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The one door to Neo4j: a statement's name and parameters in, rows out. */
@Component
public class Graph {

    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration LONGEST_WAIT_FOR_TURN = Duration.ofSeconds(3);

    private final Runner runner;
    private final Statements statements;
    private final TransactionTemplate transactions;
    private final RetryTemplate retries;
    private final DiskGuard disk;
    private final Turns turns = new Turns(2 * Runtime.getRuntime().availableProcessors(), LONGEST_WAIT_FOR_TURN);
    private final Silence silence = new Silence(System::nanoTime, Duration.ofSeconds(5));

    Graph(Runner runner, Statements statements, RetryTemplate retries, DiskGuard disk) {
        this.runner = runner;
        this.statements = statements;
        this.transactions = new TransactionTemplate(runner.transactions());
        this.retries = retries;
        this.disk = disk;
    }

    /** All rows of a statement, each read as a record. */
    public <T> List<T> list(String statement, Map<String, ?> parameters, Function<Row, T> reader) {
        var rows = new ArrayList<T>();
        each(statement, parameters, row -> rows.add(reader.apply(row)));
        return List.copyOf(rows);
    }

    /** The one row of a statement, read as a record, or empty. */
    public <T> Optional<T> one(String statement, Map<String, ?> parameters, Function<Row, T> reader) {
        return list(statement, parameters, reader).stream().findFirst();
    }

    /** Runs a statement for its effect. */
    public void run(String statement, Map<String, ?> parameters) {
        each(statement, parameters, row -> {});
    }

    /** Hands each row of a statement on as it arrives, so that memory stays the same however many there are. */
    public void each(String statement, Map<String, ?> parameters, Consumer<Row> reader) {
        var cypher = statements.text(statement);
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            runner.each(cypher, asObjects(parameters), reader);
            return;
        }
        silence.unlessSilent(() -> {
            runner.each(cypher, asObjects(parameters), reader);
            return Boolean.TRUE;
        });
    }

    /**
     * Does the work in one transaction, joining the caller's if there is one; on its own it is tried again as a whole
     * after a deadlock, a leader change or a lost connection, so the work must have no effect outside the graph.
     *
     * @throws DiskFull while the store's disk is nearly full
     */
    public <T> T write(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        disk.refuseIfFull();
        return writeLast(work);
    }

    /** As {@link #write}, on a nearly full disk too: for the few bytes that say how something ended. */
    public <T> T writeLast(Supplier<T> work) {
        var giveUp = System.nanoTime() + PATIENCE.toNanos();
        return retries.invoke(() -> attempt(work, giveUp));
    }

    /** A store that has been silent for long is not asked again: its caller has waited enough. */
    private <T> T attempt(Supplier<T> work, long giveUp) {
        try {
            return silence.unlessSilent(() -> turns.inTurn(() -> transactions.<T>execute(status -> work.get())));
        } catch (RuntimeException failed) {
            if (System.nanoTime() > giveUp && StoreFaults.isLostConnection(failed)) {
                throw new StoreSilent(failed);
            }
            throw failed;
        }
    }

    /** Runs once the current transaction has committed, before its caller goes on; at once where there is none. */
    public void afterCommit(Runnable effect) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            effect.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                effect.run();
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asObjects(Map<String, ?> parameters) {
        return (Map<String, Object>) parameters;
    }
}
