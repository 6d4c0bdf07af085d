package io.kith.referral;

import java.util.Arrays;
import java.util.BitSet;

/** What is known of each client, a row each in no particular order: the raw material of a forest. */
final class Columns {

    static final int NOBODY = -1;

    final IdTable ids;
    int[] parents;
    long[] netRevenues;
    long[] versions;
    final BitSet converted;

    Columns(int expected) {
        this(new IdTable(expected), new int[expected], new long[expected], new long[expected], new BitSet(expected));
    }

    Columns(IdTable ids, int[] parents, long[] netRevenues, long[] versions, BitSet converted) {
        this.ids = ids;
        this.parents = parents;
        this.netRevenues = netRevenues;
        this.versions = versions;
        this.converted = converted;
    }

    /** The row of this id, a new one if it has none. */
    int row(String id) {
        int row = ids.intern(id);
        if (row >= parents.length) {
            int room = Math.max(16, row * 2);
            parents = Arrays.copyOf(parents, room);
            netRevenues = Arrays.copyOf(netRevenues, room);
            versions = Arrays.copyOf(versions, room);
        }
        return row;
    }

    void set(int row, int parent, long netRevenue, boolean isConverted, long version) {
        parents[row] = parent;
        netRevenues[row] = netRevenue;
        versions[row] = version;
        converted.set(row, isConverted);
    }
}
