package io.kith.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the other processes what this one changes, within the transaction that changes it, as its last statement; with the
 * embedded store, where there is nobody to tell, it does nothing.
 */
@Component
public class Changes {

    /** The topic that bids all readers read anew. */
    static final String EVERYTHING = "everything";

    private final Graph graph;
    private final Processes processes;
    private final ChangeNumbers numbers = new ChangeNumbers();
    private final AtomicBoolean doubted = new AtomicBoolean();
    private final AtomicLong committed = new AtomicLong();

    Changes(Graph graph, Processes processes) {
        this.graph = graph;
        this.processes = processes;
    }

    /** Tells of a change in the current transaction, or in one of its own where there is none; values are plain. */
    public void tell(String topic, Map<String, ?> news) {
        if (!processes.maybeSeveral()) {
            return;
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            graph.write(() -> {
                tell(topic, news);
                return true;
            });
            return;
        }
        var told = new HashMap<String, Object>(news);
        told.put("topic", topic);
        told.put("process", processes.id());
        telling().told.add(told);
    }

    /** Bids the other processes read anew all that they hold, after changes too many to tell one by one. */
    public void tellEverything() {
        tell(EVERYTHING, Map.of());
    }

    /** The highest number committed so far. */
    long committedTo() {
        return committed.get();
    }

    /** Whether a commit since the last time this was asked was never answered: it may hold all the same, untold here. */
    boolean takeDoubt() {
        return doubted.getAndSet(false);
    }

    void doubt() {
        doubted.set(true);
    }

    private Telling telling() {
        var known = (Telling) TransactionSynchronizationManager.getResource(this);
        if (known != null) {
            return known;
        }
        var telling = new Telling();
        TransactionSynchronizationManager.bindResource(this, telling);
        TransactionSynchronizationManager.registerSynchronization(telling);
        return telling;
    }

    /** What one transaction tells. */
    private final class Telling implements TransactionSynchronization {

        private final List<Map<String, Object>> told = new ArrayList<>();
        private ChangeNumbers.@Nullable Taken taken;
        private boolean inDoubt;

        @Override
        public void beforeCommit(boolean readOnly) {
            var numbered = numbers.take(told.size());
            taken = numbered;
            var number = numbered.first();
            for (var change : told) {
                change.put("sequence", number++);
                change.put("settled", numbered.settled());
            }
            graph.run("graph/tell", Map.of("changes", told));
            inDoubt = true;
        }

        @Override
        public void afterCommit() {
            inDoubt = false;
            if (taken != null) {
                committed.accumulateAndGet(taken.first() + told.size() - 1, Math::max);
            }
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Changes.this);
            if (taken != null) {
                numbers.settle(taken);
            }
            if (inDoubt) {
                doubt();
            }
        }
    }
}
