package io.kith.client;

import io.kith.graph.Graph;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The families a person was declared to belong to; the others of a family are not hers to know. */
@Component
class FamiliesOfPerson implements PersonalRecords {

    private final Graph graph;

    FamiliesOfPerson(Graph graph) {
        this.graph = graph;
    }

    @Override
    public String name() {
        return "families";
    }

    @Override
    public List<Map<String, Object>> of(String clientId) {
        return graph.list("client/export-families", Map.of("id", clientId), row -> row.map("family"));
    }

    @Override
    public void erase(String clientId) {
        graph.run("client/erase-families", Map.of("id", clientId));
    }
}
