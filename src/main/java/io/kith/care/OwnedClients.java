package io.kith.care;

import io.kith.access.OwnClients;
import io.kith.graph.Graph;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** One's own clients are those one is accountable for. */
@Component
class OwnedClients implements OwnClients {

    private final Graph graph;

    OwnedClients(Graph graph) {
        this.graph = graph;
    }

    @Override
    public Set<String> among(String staffId, Collection<String> clientIds) {
        return new HashSet<>(graph.list(
                "care/own-among", Map.of("staffId", staffId, "ids", List.copyOf(clientIds)), row -> row.text("id")));
    }
}
