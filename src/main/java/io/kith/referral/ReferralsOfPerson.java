package io.kith.referral;

import io.kith.client.PersonalRecords;
import io.kith.graph.Graph;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What referrals keep of a person: whom she brought and who brought her, by id, and why one was taken back. */
@Component
class ReferralsOfPerson implements PersonalRecords {

    private final Graph graph;

    ReferralsOfPerson(Graph graph) {
        this.graph = graph;
    }

    @Override
    public String name() {
        return "referrals";
    }

    @Override
    public List<Map<String, Object>> of(String clientId) {
        return graph.list("referral/export", Map.of("clientId", clientId), row -> row.map("referral"));
    }

    @Override
    public void erase(String clientId) {
        graph.run("referral/erase-reasons", Map.of("clientId", clientId));
    }
}
