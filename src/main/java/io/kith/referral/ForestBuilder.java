package io.kith.referral;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes states of clients in any order and makes a forest of them.
 *
 * <p>Of two states of one client the greater version holds. Who names a referrer that never comes is a root.
 */
public final class ForestBuilder {

    private final Columns columns; // whose parents are the referrers' rows
    private final BitSet known = new BitSet();
    private final Map<String, String> loose = new HashMap<>();

    public ForestBuilder() {
        this(1024);
    }

    public ForestBuilder(int expected) {
        columns = new Columns(expected);
    }

    public void add(ClientState state) {
        add(state.id(), state.referrerId(), state.netRevenue(), state.converted(), state.version());
    }

    /** As {@link #add(ClientState)}, for many rows. */
    public void add(String id, @Nullable String referrerId, long netRevenue, boolean converted, long version) {
        int row = columns.row(id);
        if (known.get(row) && version <= columns.versions[row]) {
            return;
        }
        known.set(row);
        columns.set(row, referrerId == null ? Columns.NOBODY : columns.row(referrerId), netRevenue, converted, version);
    }

    /** @throws ReferralLoop if clients referred each other in a ring */
    public Forest build() {
        int[] rows = rowsById();
        letGoOfTheUnknown(rows);
        int[] order = breadthFirst(rows);
        if (order.length < rows.length) {
            throw new ReferralLoop(ids(rings(rows, order).get(0)));
        }
        return new Forest(columns, order);
    }

    /** As build, but opens each ring at its first client by id, who becomes a root until a newer state of someone tells better. */
    Forest buildOpeningRings() {
        int[] rows = rowsById();
        letGoOfTheUnknown(rows);
        int[] order = breadthFirst(rows);
        if (order.length < rows.length) {
            rings(rows, order).forEach(ring -> letGo(ring.get(0)));
            order = breadthFirst(rows);
        }
        return new Forest(columns, order);
    }

    /** Whose referrer could not be credited in the forest built: client to referrer. */
    Map<String, String> loose() {
        return loose;
    }

    private int[] rowsById() {
        return IdOrder.sorted(columns.ids, known.stream().toArray());
    }

    private void letGoOfTheUnknown(int[] rows) {
        for (int row : rows) {
            int referrer = columns.parents[row];
            if (referrer != Columns.NOBODY && !known.get(referrer)) {
                letGo(row);
            }
        }
    }

    private void letGo(int row) {
        loose.put(columns.ids.id(row), columns.ids.id(columns.parents[row]));
        columns.parents[row] = Columns.NOBODY;
    }

    /** The rows that can be reached from the roots. */
    private int[] breadthFirst(int[] rows) {
        int[] starts = new int[columns.ids.size() + 2];
        for (int row : rows) {
            starts[columns.parents[row] + 2]++;
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        int[] children = new int[rows.length];
        for (int row : rows) {
            children[starts[columns.parents[row] + 1]++] = row; // moves each start to its end
        }
        int[] order = new int[rows.length];
        int reached = copy(children, 0, starts[0], order, 0);
        for (int next = 0; next < reached; next++) {
            int parent = order[next];
            reached = copy(children, starts[parent], starts[parent + 1], order, reached);
        }
        return Arrays.copyOf(order, reached);
    }

    private static int copy(int[] from, int start, int end, int[] to, int at) {
        for (int i = start; i < end; i++) {
            to[at++] = from[i];
        }
        return at;
    }

    /** The rings among the rows not reached, each from its first client by id upwards. */
    private List<List<Integer>> rings(int[] rows, int[] reached) {
        int[] walks = new int[columns.ids.size()];
        for (int row : reached) {
            walks[row] = -1;
        }
        List<List<Integer>> rings = new ArrayList<>();
        int walk = 0;
        for (int row : rows) {
            walk++;
            int at = row;
            while (walks[at] == 0) {
                walks[at] = walk;
                at = columns.parents[at];
            }
            if (walks[at] == walk) {
                rings.add(ring(at));
            }
        }
        return rings;
    }

    private List<Integer> ring(int member) {
        int first = member;
        for (int at = columns.parents[member]; at != member; at = columns.parents[at]) {
            first = columns.ids.compare(at, first) < 0 ? at : first;
        }
        List<Integer> ring = new ArrayList<>(List.of(first));
        for (int at = columns.parents[first]; at != first; at = columns.parents[at]) {
            ring.add(at);
        }
        return ring;
    }

    private List<String> ids(List<Integer> rows) {
        return rows.stream().map(columns.ids::id).toList();
    }
}
