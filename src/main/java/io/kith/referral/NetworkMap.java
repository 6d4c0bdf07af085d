package io.kith.referral;

import io.kith.access.Subject;
import io.kith.edge.Column;
import io.kith.graph.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A network as columns, breadth first, for drawing: what stands at one position of each tells about one client.
 *
 * @param root who is at the top, null for every chain
 * @param total how many clients there are; more than the columns hold where the map was cut
 * @param parents the position of who brought her, -1 at the top
 * @param netRevenue in minor units, as of now
 * @param since by id the days of links of the past, null for those of now
 */
public record NetworkMap(
        @Nullable String root,
        int total,
        List<String> ids,
        List<Integer> parents,
        List<Boolean> converted,
        List<Long> netRevenue,
        @Nullable Map<String, String> since)
        implements Subject {

    static final int MOST = 100_000;

    /** Who is at the top, {@code *} for everybody. */
    @Override
    public String clientId() {
        return root == null ? "*" : root;
    }

    public int clients() {
        return ids.size();
    }

    /** What is known by id, in the order of the map. */
    public Column column(Map<String, ?> byId) {
        var values = new ArrayList<@Nullable Object>(ids.size());
        ids.forEach(id -> values.add(byId.get(id)));
        return new Column(values);
    }

    /** The columns {@code ids} and {@code values} of a statement's one row, value by id. */
    public static Map<String, String> values(Row row) {
        var ids = row.texts("ids");
        var values = row.texts("values");
        var byId = new HashMap<String, String>();
        for (var i = 0; i < ids.size(); i++) {
            byId.put(ids.get(i), values.get(i));
        }
        return byId;
    }

    NetworkMap then(Map<String, String> linkedSince) {
        return new NetworkMap(root, total, ids, parents, converted, netRevenue, linkedSince);
    }

    /** A map in the making; clients come breadth first. */
    static final class Drawing {

        private final @Nullable String root;
        private final int first;
        private final Map<String, Integer> places = new HashMap<>();
        private final List<String> ids = new ArrayList<>();
        private final List<Integer> parents = new ArrayList<>();
        private final List<Boolean> converted = new ArrayList<>();
        private final List<Long> netRevenue = new ArrayList<>();
        private int total;

        Drawing(@Nullable String root, int first) {
            this.root = root;
            this.first = first;
        }

        void add(ClientState client) {
            total++;
            if (ids.size() == first) {
                return;
            }
            parents.add(client.id().equals(root) ? -1 : places.getOrDefault(client.referrerId(), -1));
            places.put(client.id(), ids.size());
            ids.add(client.id());
            converted.add(client.converted());
            netRevenue.add(client.netRevenue());
        }

        NetworkMap finish() {
            return new NetworkMap(root, total, ids, parents, converted, netRevenue, null);
        }
    }
}
