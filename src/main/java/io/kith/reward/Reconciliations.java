package io.kith.reward;

import io.kith.graph.Graph;
import io.kith.reward.Reconciliation.Verdict;
import io.kith.reward.Reconciliation.VisitNow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Proves that balances are sums of lines and nothing else, and that ledger and visits agree. */
@Component
class Reconciliations {

    private static final int PAGE = 5_000;

    private final Graph graph;
    private final Ledger ledger;

    Reconciliations(Graph graph, Ledger ledger) {
        this.graph = graph;
        this.ledger = ledger;
    }

    /** Reads under the ledger's lock, so that nothing is posted in between. */
    Verdict run() {
        return graph.write(() -> {
            ledger.lock();
            return reconcile();
        });
    }

    private Verdict reconcile() {
        var reconciliation = new Reconciliation();
        for (var read = page(reconciliation); read == PAGE; ) {
            read = page(reconciliation);
        }
        graph.each(
                "reward/totals",
                Map.of(),
                row -> reconciliation.balance(
                        row.text("clientId"), RewardKind.valueOf(row.text("kind")), row.number("amount")));
        reconciliation.visits(visits(new ArrayList<>(reconciliation.visits())));
        return reconciliation.verdict();
    }

    private long page(Reconciliation reconciliation) {
        return ledger.eachInOrder(reconciliation.last(), PAGE, reconciliation::line);
    }

    private Map<String, VisitNow> visits(List<String> ids) {
        var now = new HashMap<String, VisitNow>();
        for (var from = 0; from < ids.size(); from += PAGE) {
            var page = ids.subList(from, Math.min(ids.size(), from + PAGE));
            graph.each(
                    "reward/visits",
                    Map.of("ids", page),
                    row -> now.put(
                            row.text("id"),
                            new VisitNow(row.text("clientId"), row.number("paid"), row.number("refunded"))));
        }
        return now;
    }
}
