package io.kith.visit;

import io.kith.client.PersonalRecords;
import io.kith.graph.Graph;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What visits keep of a person: what she came for and paid; no text, so nothing goes at her erasure. */
@Component
class VisitsOfPerson implements PersonalRecords {

    private final Graph graph;

    VisitsOfPerson(Graph graph) {
        this.graph = graph;
    }

    @Override
    public String name() {
        return "visits";
    }

    @Override
    public List<Map<String, Object>> of(String clientId) {
        return graph.list("visit/export", Map.of("clientId", clientId), row -> row.map("visit"));
    }

    @Override
    public void erase(String clientId) {}
}
