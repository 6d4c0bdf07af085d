package io.kith.graph;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Transaction;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Transactions of the embedded store, each bound to the thread that began it. */
final class EmbeddedTransactions extends AbstractPlatformTransactionManager {

    private final transient Supplier<Supplier<Transaction>> beginning;
    private final transient StoreThreads threads;

    /** @param beginning what the calling thread has to say of a transaction, which is then begun on another */
    EmbeddedTransactions(Supplier<Supplier<Transaction>> beginning, StoreThreads threads) {
        this.beginning = beginning;
        this.threads = threads;
    }

    /** Commits, and closes whatever comes of it. */
    static void commit(Transaction transaction) {
        try (transaction) {
            transaction.commit();
        }
    }

    @Override
    protected Object doGetTransaction() {
        return new Held((Transaction) TransactionSynchronizationManager.getResource(this));
    }

    @Override
    protected boolean isExistingTransaction(Object held) {
        return ((Held) held).transaction != null;
    }

    @Override
    protected void doBegin(Object held, TransactionDefinition definition) {
        var begun = threads.call(beginning.get());
        ((Held) held).transaction = begun;
        TransactionSynchronizationManager.bindResource(this, begun);
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        var transaction = transaction(status);
        threads.run(() -> commit(transaction));
    }

    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        var transaction = transaction(status);
        threads.run(transaction::close);
    }

    @Override
    protected void doCleanupAfterCompletion(Object held) {
        TransactionSynchronizationManager.unbindResource(this);
    }

    private static Transaction transaction(DefaultTransactionStatus status) {
        return Objects.requireNonNull(((Held) status.getTransaction()).transaction);
    }

    /** What a thread has begun. */
    private static final class Held {

        private @Nullable Transaction transaction;

        Held(@Nullable Transaction transaction) {
            this.transaction = transaction;
        }
    }
}
