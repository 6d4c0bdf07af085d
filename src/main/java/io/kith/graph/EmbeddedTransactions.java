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

    private final transient Supplier<Transaction> begin;
    private final transient StoreThreads threads;

    EmbeddedTransactions(Supplier<Transaction> begin, StoreThreads threads) {
        this.begin = begin;
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
        var begun = begin.get();
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
