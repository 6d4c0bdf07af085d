package io.kith.care;

import io.kith.client.PersonalRecords;
import io.kith.graph.Graph;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What care keeps of a person: what she said, what was done for her, why she left. */
@Component
class CareOfPerson implements PersonalRecords {

    private final Graph graph;

    CareOfPerson(Graph graph) {
        this.graph = graph;
    }

    @Override
    public String name() {
        return "care";
    }

    @Override
    public List<Map<String, Object>> of(String clientId) {
        return graph.list("care/export", Map.of("clientId", clientId), row -> row.map("record"));
    }

    @Override
    public void erase(String clientId) {
        graph.run("care/erase-notes", Map.of("clientId", clientId));
    }
}
