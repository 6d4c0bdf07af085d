package io.kith.tier;

import java.util.Arrays;

/**
 * How many have a strictly smaller value: equals share the lowest place among them. Percentile rank = 100 × that ÷ (n − 1),
 * the rule of influence, here on whole numbers and therefore without rounding.
 */
final class Ranks {

    /** The first, so many, of all values. */
    private final long[] ascending;

    private final int[] below;

    private Ranks(long[] ascending, int[] below) {
        this.ascending = ascending;
        this.below = below;
    }

    static Ranks of(long[] values) {
        var ascending = values.clone();
        Arrays.parallelSort(ascending);
        var below = new int[values.length];
        for (var row = 0; row < values.length; row++) {
            below[row] = first(ascending, values[row]);
        }
        return new Ranks(ascending, below);
    }

    int below(int row) {
        return below[row];
    }

    int[] below() {
        return below;
    }

    /** 1 + how many have a strictly greater value. */
    int place(long value) {
        return ascending.length - (value == Long.MAX_VALUE ? ascending.length : first(ascending, value + 1)) + 1;
    }

    static double percentile(long below, int count) {
        return count < 2 ? 0 : 100.0 * below / (count - 1);
    }

    /** Rows by value, greatest first, equals in order of their rows. */
    static int[] descending(long[] values) {
        var ranks = of(values);
        var used = new int[values.length];
        var order = new int[values.length];
        for (var row = 0; row < values.length; row++) {
            var place = ranks.place(values[row]) - 1;
            order[place + used[place]++] = row;
        }
        return order;
    }

    /** The first position of a value, or where it would stand. */
    private static int first(long[] ascending, long value) {
        var low = 0;
        var high = ascending.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (ascending[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
