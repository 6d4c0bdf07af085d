package io.kith.referral;

import java.util.Arrays;

/** Ranges of client numbers, from (inclusive) to (exclusive), in an order that need not be ascending. */
final class Ranges {

    private int[] bounds = new int[8];
    private int length;
    private int size;

    static Ranges of(int number) {
        Ranges ranges = new Ranges();
        ranges.add(number, number + 1);
        return ranges;
    }

    void add(int from, int to) {
        if (from >= to) {
            return;
        }
        size += to - from;
        if (length > 0 && bounds[length - 1] == from) {
            bounds[length - 1] = to;
            return;
        }
        if (length == bounds.length) {
            bounds = Arrays.copyOf(bounds, length * 2);
        }
        bounds[length++] = from;
        bounds[length++] = to;
    }

    int count() {
        return length / 2;
    }

    int from(int range) {
        return bounds[range * 2];
    }

    int to(int range) {
        return bounds[range * 2 + 1];
    }

    /** How many clients the ranges hold together. */
    int size() {
        return size;
    }
}
