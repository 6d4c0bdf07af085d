package io.kith.client;

import io.kith.edge.InvalidInput;
import io.kith.edge.NotFound;
import io.kith.graph.Graph;
import io.kith.graph.Once;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a person may ask for herself: to have all that is kept of her, and to be forgotten. */
@Component
public class Privacy {

    private final Graph graph;
    private final Once once;
    private final Clients clients;
    private final Clock clock;
    private final SearchKeys searchKeys;
    private final List<PersonalRecords> records;

    Privacy(
            Graph graph,
            Once once,
            Clients clients,
            Clock clock,
            SearchKeys searchKeys,
            List<PersonalRecords> records) {
        this.graph = graph;
        this.once = once;
        this.clients = clients;
        this.clock = clock;
        this.searchKeys = searchKeys;
        this.records = records;
    }

    /** All that is kept of one person, as JSON. */
    public String export(String clientId) {
        var all = new LinkedHashMap<String, Object>();
        all.put("exportedAt", clock.instant().toString());
        all.put(
                "client",
                graph.one("client/export", Map.of("id", clientId), row -> row.map("client"))
                        .orElseThrow(() -> NotFound.of("client", clientId)));
        all.put("consents", graph.list("client/export-consents", Map.of("id", clientId), row -> row.map("consent")));
        records.forEach(kept -> all.put(kept.name(), kept.of(clientId)));
        return JsonMapper.shared().writeValueAsString(all);
    }

    /**
     * Forgets who a client is: name, phone, birth date, region and texts go, by her id alone the forest, the visits and
     * the sums stay. There is no way back.
     *
     * @throws InvalidInput without a reason
     */
    public Client erase(String clientId, String reason, @Nullable String idempotencyKey) {
        if (reason.isBlank()) {
            throw new InvalidInput("An erasure needs a reason.");
        }
        var wanted = new Wanted(clientId, reason);
        return once.apply(idempotencyKey, "eraseClient", wanted, Client::id, clients::known, () -> {
            clients.known(clientId);
            var row = Map.of(
                    "id",
                    clientId,
                    "name",
                    "—",
                    "searchKeys",
                    searchKeys.keysOf(clientId, "", null, List.of()),
                    "erasedAt",
                    clock.instant().atOffset(ZoneOffset.UTC));
            graph.run("client/erase", row);
            records.forEach(kept -> kept.erase(clientId));
            return clients.known(clientId);
        });
    }

    private record Wanted(String clientId, String reason) {}
}
