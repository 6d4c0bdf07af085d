package io.kith.tier;

import io.kith.client.PersonalRecords;
import io.kith.graph.Graph;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What tier runs keep of a person: figures and decisions, the latest first.
 *
 * <p>They hold no name, only the client's number, which stays in the graph with the forest and the sums; so an erasure
 * leaves past decisions as they are, and a run can be replayed. The next one leaves her out.
 */
@Component
class TiersOfPerson implements PersonalRecords {

    private static final int MOST_RUNS = 1_000;

    private final Graph graph;

    TiersOfPerson(Graph graph) {
        this.graph = graph;
    }

    @Override
    public String name() {
        return "tiers";
    }

    @Override
    public List<Map<String, Object>> of(String clientId) {
        return graph.list("tier/export", Map.of("clientId", clientId, "limit", MOST_RUNS), row -> row.map("record"));
    }

    @Override
    public void erase(String clientId) {
        // Nothing here tells who she is.
    }
}
