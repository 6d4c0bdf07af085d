package io.kith.influence;

import java.util.Arrays;

/**
 * Clients in order of a value, highest first; equals stay in order of their numbers.
 *
 * <p>Percentile rank = 100 × (clients with a strictly smaller value) ÷ (n − 1): equals share the place of the lowest
 * among them, so who does nothing has 0, and a single highest has 100. A clinic of one client has no ranks: 0.
 */
final class Ranking {

    private final double[] values;
    private final int[] order;
    private final int[] below;
    private final int[] places;

    private Ranking(double[] values, int[] order, int[] below, int[] places) {
        this.values = values;
        this.order = order;
        this.below = below;
        this.places = places;
    }

    static Ranking of(double[] values) {
        var ascending = values.clone();
        Arrays.parallelSort(ascending);
        var count = values.length;
        var ends = ends(ascending);
        var used = new int[count];
        var order = new int[count];
        var below = new int[count];
        var places = new int[count];
        for (var number = 0; number < count; number++) {
            var first = first(ascending, values[number]);
            var greater = count - ends[first];
            below[number] = first;
            places[number] = greater + 1;
            order[greater + used[first]++] = number;
        }
        return new Ranking(values, order, below, places);
    }

    static Ranking of(long[] values) {
        return of(Arrays.stream(values).asDoubleStream().toArray());
    }

    int size() {
        return order.length;
    }

    /** The client at a position from 0, highest value first. */
    int at(int position) {
        return order[position];
    }

    double value(int number) {
        return values[number];
    }

    /** 1 + how many have a strictly greater value. */
    int place(int number) {
        return places[number];
    }

    double percentile(int number) {
        return percentile(below[number], size());
    }

    /** How many of the first have a value above zero. */
    int positive() {
        var low = 0;
        var high = size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (values[order[middle]] > 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    static double percentile(int below, int count) {
        return count < 2 ? 0 : 100.0 * below / (count - 1);
    }

    /** Where the run of equal values that starts at a position ends. */
    private static int[] ends(double[] ascending) {
        var ends = new int[ascending.length];
        var end = ascending.length;
        for (var position = ascending.length - 1; position >= 0; position--) {
            if (position + 1 < ascending.length && ascending[position] != ascending[position + 1]) {
                end = position + 1;
            }
            ends[position] = end;
        }
        return ends;
    }

    /** The first position of a value that is there. */
    private static int first(double[] ascending, double value) {
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
