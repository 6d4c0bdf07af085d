package io.kith.reward;

import io.kith.edge.NotFound;
import io.kith.graph.Graph;
import io.kith.graph.Once;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Clients who work at the clinic, whom packs may exclude together with their kin and partners. */
@Component
public class StaffClients {

    private final Graph graph;
    private final Once once;
    private final Clock clock;

    StaffClients(Graph graph, Once once, Clock clock) {
        this.graph = graph;
        this.once = once;
        this.clock = clock;
    }

    /** Those of the clients who were declared to work here. */
    public Set<String> among(Collection<String> clientIds) {
        return new HashSet<>(
                graph.list("reward/works-here", Map.of("clientIds", List.copyOf(clientIds)), row -> row.text("id")));
    }

    /**
     * Says whether a client works here as a member of the staff.
     *
     * @throws NotFound for an unknown client or member of the staff
     */
    public String declare(String clientId, String staffId, boolean works, @Nullable String idempotencyKey) {
        var input = List.of(clientId, staffId, works);
        return once.apply(
                idempotencyKey,
                "declareStaffClient",
                input,
                id -> id,
                id -> id,
                () -> declareNow(clientId, staffId, works));
    }

    private String declareNow(String clientId, String staffId, boolean works) {
        if (!works) {
            graph.run("reward/undeclare-staff", Map.of("clientId", clientId, "staffId", staffId));
            return clientId;
        }
        var parameters = Map.of(
                "clientId", clientId, "staffId", staffId, "now", clock.instant().atOffset(ZoneOffset.UTC));
        return graph.one("reward/declare-staff", parameters, row -> row.text("id"))
                .orElseThrow(() -> NotFound.of("client or staff member", clientId + ", " + staffId));
    }
}
