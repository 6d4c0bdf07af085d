package io.kith.touchpoint;

import io.kith.client.PersonalRecords;
import io.kith.graph.Graph;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What touchpoints keep of a person: her contacts, and what was noted of them. */
@Component
class TouchpointsOfPerson implements PersonalRecords {

    private final Graph graph;

    TouchpointsOfPerson(Graph graph) {
        this.graph = graph;
    }

    @Override
    public String name() {
        return "touchpoints";
    }

    @Override
    public List<Map<String, Object>> of(String clientId) {
        return graph.list("touchpoint/export", Map.of("clientId", clientId), row -> row.map("touchpoint"));
    }

    @Override
    public void erase(String clientId) {
        graph.run("touchpoint/erase-notes", Map.of("clientId", clientId));
    }
}
