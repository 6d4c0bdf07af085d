package io.kith.tier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The Lorenz curve of amounts, in steps of a hundredth of the clients, and Gini's coefficient of all amounts. */
record Lorenz(List<LorenzPoint> points, double gini) {

    private static final int STEPS = 100;

    static Lorenz of(long[] amounts) {
        var ascending = amounts.clone();
        Arrays.parallelSort(ascending);
        var count = ascending.length;
        var total = Arrays.stream(ascending).sum();
        var points = new ArrayList<LorenzPoint>();
        var sum = 0L;
        var weighted = 0.0;
        var next = 0;
        for (var taken = 0; taken <= count; taken++) {
            while (next <= STEPS && (long) taken * STEPS >= (long) next * count) {
                points.add(point(taken, count, sum, total));
                next++;
            }
            if (taken < count) {
                weighted += (2.0 * (taken + 1) - count - 1) * ascending[taken];
                sum += ascending[taken];
            }
        }
        return new Lorenz(List.copyOf(points), total == 0 ? 0 : weighted / ((double) count * total));
    }

    private static LorenzPoint point(int taken, int count, long sum, long total) {
        var clients = count == 0 ? 0 : (double) taken / count;
        return new LorenzPoint(clients, total == 0 ? clients : (double) sum / total);
    }
}
