package io.kith.graph;

import java.util.TreeSet;

/**
 * The numbers of one process's changes, given out just before a transaction commits and settled once it has ended, either
 * way. Whoever is told the last number below which all are settled waits for none of those any more.
 */
final class ChangeNumbers {

    private final TreeSet<Long> open = new TreeSet<>();
    private long last;

    /**
     * Some numbers in a row.
     *
     * @param settled the number up to which all others were settled when these were taken
     */
    record Taken(long first, long settled) {}

    synchronized Taken take(int count) {
        var taken = new Taken(last + 1, open.isEmpty() ? last : open.first() - 1);
        last += count;
        open.add(taken.first());
        return taken;
    }

    synchronized void settle(Taken taken) {
        open.remove(taken.first());
    }
}
