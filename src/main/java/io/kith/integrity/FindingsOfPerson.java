package io.kith.integrity;

import io.kith.client.PersonalRecords;
import io.kith.graph.Graph;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What was found about a person's referrals: kinds, states and days; ids of others and what reviewers wrote stay out. */
@Component
class FindingsOfPerson implements PersonalRecords {

    private final Graph graph;

    FindingsOfPerson(Graph graph) {
        this.graph = graph;
    }

    @Override
    public String name() {
        return "findings";
    }

    @Override
    public List<Map<String, Object>> of(String clientId) {
        return graph.list("integrity/export", Map.of("clientId", clientId), row -> row.map("finding"));
    }

    @Override
    public void erase(String clientId) {
        graph.run("integrity/erase-reasons", Map.of("clientId", clientId));
    }
}
