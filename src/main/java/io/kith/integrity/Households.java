package io.kith.integrity;

import io.kith.graph.Graph;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who belongs to a member of staff: she herself, her declared family, her kin and partners. */
@Component
public class Households {

    private final Graph graph;

    Households(Graph graph) {
        this.graph = graph;
    }

    /** Those of the clients who are of a staff member's household, with her id. */
    public Map<String, String> ofStaff(Collection<String> clientIds) {
        var staff = new HashMap<String, String>();
        graph.each(
                "integrity/of-staff",
                Map.of("ids", List.copyOf(clientIds)),
                row -> staff.put(row.text("clientId"), row.text("staffId")));
        return staff;
    }
}
