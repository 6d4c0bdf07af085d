package io.kith.care;

import io.kith.client.ContactBlocks;
import io.kith.graph.Graph;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Nobody is asked for a favour while her complaint is open. */
@Component
class OpenComplaints implements ContactBlocks {

    private static final String REASON = "OPEN_COMPLAINT";

    private final Graph graph;

    OpenComplaints(Graph graph) {
        this.graph = graph;
    }

    @Override
    public Map<String, String> blocked(Collection<String> clientIds) {
        var blocked = new HashMap<String, String>();
        graph.each(
                "care/complaining-among",
                Map.of("ids", List.copyOf(clientIds)),
                row -> blocked.put(row.text("id"), REASON));
        return blocked;
    }
}
