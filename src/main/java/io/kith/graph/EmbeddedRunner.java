package io.kith.graph;

import io.kith.edge.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.neo4j.driver.Values;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs statements in the embedded store itself: over Bolt, a small one costs ten times as much. A thread that was interrupted begins
 * none.
 */
final class EmbeddedRunner implements Runner {

    private static final int ROWS_AT_ONCE = 1_000;

    private final GraphDatabaseService database;
    private final StoreThreads threads;
    private final EmbeddedTransactions transactions;

    EmbeddedRunner(GraphDatabaseService database, StoreThreads threads) {
        this.database = database;
        this.threads = threads;
        this.transactions = new EmbeddedTransactions(() -> threads.call(beginning()), threads);
    }

    @Override
    public EmbeddedTransactions transactions() {
        return transactions;
    }

    @Override
    public void each(String cypher, Map<String, Object> parameters, Consumer<Row> reader) {
        if (Thread.currentThread().isInterrupted()) {
            throw new StoreSilent();
        }
        var joined = (Transaction) TransactionSynchronizationManager.getResource(transactions);
        var beginning = joined == null ? beginning() : (Supplier<Transaction>) () -> joined;
        var answer = threads.call(() -> Answer.of(cypher, parameters, beginning, joined == null));
        try {
            answer.rows().forEach(reader);
            while (answer.isOpen()) {
                threads.run(answer::readOn);
                answer.rows().forEach(reader);
            }
        } finally {
            if (answer.isOpen()) {
                threads.run(answer::close);
            }
        }
    }

    /** How to begin a transaction: what is left of the caller's request is its time, as it is over Bolt. */
    private Supplier<Transaction> beginning() {
        var deadline = Deadline.current();
        if (deadline.isEmpty()) {
            return database::beginTx;
        }
        var millis = deadline.get().left().toMillis() + 1;
        return () -> database.beginTx(millis, TimeUnit.MILLISECONDS);
    }

    /** The rows of one statement, some at a time; with the last ends the transaction where it is the statement's own. */
    private static final class Answer {

        private final Transaction transaction;
        private final Result result;
        private final boolean own;
        private final List<Row> rows = new ArrayList<>();
        private boolean open = true;

        private Answer(Transaction transaction, Result result, boolean own) {
            this.transaction = transaction;
            this.result = result;
            this.own = own;
        }

        static Answer of(String cypher, Map<String, Object> parameters, Supplier<Transaction> beginning, boolean own) {
            var transaction = beginning.get();
            try {
                var answer = new Answer(transaction, transaction.execute(cypher, parameters), own);
                answer.readOn();
                return answer;
            } catch (RuntimeException failed) {
                if (own) {
                    transaction.close();
                }
                throw failed;
            }
        }

        List<Row> rows() {
            return rows;
        }

        boolean isOpen() {
            return open;
        }

        void readOn() {
            rows.clear();
            while (rows.size() < ROWS_AT_ONCE && result.hasNext()) {
                rows.add(new Row(Values.value(result.next())));
            }
            if (rows.size() < ROWS_AT_ONCE) {
                if (own) {
                    EmbeddedTransactions.commit(transaction);
                }
                open = false;
            }
        }

        void close() {
            open = false;
            if (own) {
                transaction.close();
            } else {
                result.close();
            }
        }
    }
}
