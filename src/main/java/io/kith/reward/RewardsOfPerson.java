package io.kith.reward;

import io.kith.client.PersonalRecords;
import io.kith.graph.Graph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What rewards keep of a person: her lines, which stay by her id, and what was said about them, which goes. */
@Component
class RewardsOfPerson implements PersonalRecords {

    private final Graph graph;

    RewardsOfPerson(Graph graph) {
        this.graph = graph;
    }

    @Override
    public String name() {
        return "rewards";
    }

    @Override
    public List<Map<String, Object>> of(String clientId) {
        var parameters = Map.of("clientId", clientId);
        var all = new ArrayList<>(graph.list("reward/export", parameters, row -> row.map("entry")));
        all.addAll(graph.list("reward/export-approvals", parameters, row -> row.map("approval")));
        return all;
    }

    @Override
    public void erase(String clientId) {
        graph.run("reward/erase-reasons", Map.of("clientId", clientId));
    }
}
