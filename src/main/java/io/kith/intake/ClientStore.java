package io.kith.intake;

import io.kith.client.SearchKeys;
import io.kith.graph.Graph;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts clients into the graph with the keys a search finds them by, their referral codes among them. */
final class ClientStore extends Store<ClientLine> {

    private final SearchKeys searchKeys;

    ClientStore(Graph graph, OffsetDateTime recordedAt, SearchKeys searchKeys) {
        super(graph, ClientLine.TABLE, recordedAt);
        this.searchKeys = searchKeys;
    }

    @Override
    void load(List<Batch.Entry<ClientLine>> rows) {
        var amended = rows.stream()
                .filter(row -> row.known() != null)
                .map(row -> row.said().id())
                .toList();
        var codes = amended.isEmpty() ? Map.<String, List<String>>of() : codes(amended);
        load(rows, client -> parameters(client, codes.getOrDefault(client.id(), List.of())));
    }

    private Map<String, @Nullable Object> parameters(ClientLine client, List<String> codes) {
        var properties = client.parameters();
        properties.remove("channel");
        properties.put("searchKeys", searchKeys.keysOf(client.id(), client.shownName(), client.phone(), codes));
        return Line.values("id", client.id(), "channel", client.channel(), "properties", properties);
    }

    private Map<String, List<String>> codes(List<String> ids) {
        var codes = new HashMap<String, List<String>>();
        graph.each("intake/clients-codes", Map.of("ids", ids), row -> codes.put(row.text("id"), row.texts("codes")));
        return codes;
    }
}
