package io.kith.referral;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Sorts rows by id in the order of code points: radix on eight bytes past what all ids share, then ties by comparison. */
final class IdOrder {

    private final IdTable ids;
    private int[] rows;
    private long[] keys;

    private IdOrder(IdTable ids, int[] rows) {
        this.ids = ids;
        this.rows = rows;
        this.keys = new long[rows.length];
    }

    static int[] sorted(IdTable ids, int[] rows) {
        if (isSorted(ids, rows)) {
            return rows;
        }
        IdOrder order = new IdOrder(ids, rows.clone());
        order.readKeys();
        order.sortByKey();
        order.settleTies();
        return order.rows;
    }

    private static boolean isSorted(IdTable ids, int[] rows) {
        for (int i = 1; i < rows.length; i++) {
            if (ids.compare(rows[i - 1], rows[i]) > 0) {
                return false;
            }
        }
        return true;
    }

    private void readKeys() {
        int shared = Integer.MAX_VALUE;
        for (int row : rows) {
            shared = Math.min(shared, ids.common(rows[0], row));
        }
        for (int i = 0; i < rows.length; i++) {
            keys[i] = ids.key(rows[i], shared);
        }
    }

    private void sortByKey() {
        int[] nextRows = new int[rows.length];
        long[] nextKeys = new long[rows.length];
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            int[] places = places(shift);
            if (places == null) {
                continue;
            }
            for (int i = 0; i < rows.length; i++) {
                int place = places[(int) (keys[i] >>> shift) & 0xFF]++;
                nextRows[place] = rows[i];
                nextKeys[place] = keys[i];
            }
            int[] spentRows = rows;
            long[] spentKeys = keys;
            rows = nextRows;
            keys = nextKeys;
            nextRows = spentRows;
            nextKeys = spentKeys;
        }
    }

    /** Where each value of this byte begins, null if all keys have the same one. */
    private int @Nullable [] places(int shift) {
        int[] places = new int[256];
        for (long key : keys) {
            places[(int) (key >>> shift) & 0xFF]++;
        }
        int begin = 0;
        for (int value = 0; value < places.length; value++) {
            int count = places[value];
            if (count == keys.length) {
                return null;
            }
            places[value] = begin;
            begin += count;
        }
        return places;
    }

    private void settleTies() {
        for (int from = 0, to; from < rows.length; from = to) {
            to = from + 1;
            while (to < rows.length && keys[to] == keys[from]) {
                to++;
            }
            if (to - from > 1) {
                settle(from, to);
            }
        }
    }

    private void settle(int from, int to) {
        Integer[] tied = Arrays.stream(rows, from, to).boxed().toArray(Integer[]::new);
        Arrays.sort(tied, ids::compare);
        for (int i = from; i < to; i++) {
            rows[i] = tied[i - from];
        }
    }
}
