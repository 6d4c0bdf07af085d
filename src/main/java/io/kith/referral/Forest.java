package io.kith.referral;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Who brought whom, frozen: clients numbered by (depth, parent's number, id), so that each generation of any subtree is
 * one range of numbers and its totals are differences of prefix sums.
 *
 * <p>Ids sort by code point, as in the store. Ranges are from (inclusive) to (exclusive). With ids of eight bytes a client
 * takes 48 bytes, and 4 more for each generation of the forest.
 */
public final class Forest {

    private final IdTable ids;
    private final int[] parents;
    private final int[] childStarts; // of client i at i + 1; the roots are the children of -1
    private final int[] generations; // where each depth begins, then the size
    private final long[] netRevenues; // sums over the clients before i
    private final int[] conversions; // counts among the clients before i
    private final long[] versions;

    /** Freezes the rows named by order, which is breadth first and has siblings by id. */
    Forest(Columns columns, int[] order) {
        int size = order.length;
        ids = new IdTable(columns.ids, order);
        parents = new int[size];
        netRevenues = new long[size + 1];
        conversions = new int[size + 1];
        versions = new long[size];
        int[] numbers = new int[columns.ids.size()];
        for (int number = 0; number < size; number++) {
            int row = order[number];
            int parent = columns.parents[row];
            numbers[row] = number;
            parents[number] = parent == Columns.NOBODY ? Columns.NOBODY : numbers[parent];
            netRevenues[number + 1] = netRevenues[number] + columns.netRevenues[row];
            conversions[number + 1] = conversions[number] + (columns.converted.get(row) ? 1 : 0);
            versions[number] = columns.versions[row];
        }
        childStarts = childStarts(parents);
        generations = generations(childStarts);
    }

    private static int[] childStarts(int[] parents) {
        int[] starts = new int[parents.length + 2];
        int filled = 0;
        for (int number = 0; number < parents.length; number++) {
            while (filled <= parents[number] + 1) {
                starts[filled++] = number;
            }
        }
        Arrays.fill(starts, filled, starts.length, parents.length);
        return starts;
    }

    private static int[] generations(int[] childStarts) {
        int[] starts = new int[16];
        int count = 0;
        for (int from = 0, to = childStarts[1]; from < to; ) {
            if (count + 2 > starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
            }
            starts[count++] = from;
            from = to;
            to = childStarts[to + 1];
        }
        starts[count] = childStarts.length - 2;
        return Arrays.copyOf(starts, count + 1);
    }

    public int size() {
        return parents.length;
    }

    /** How many clients nobody brought; they are the first numbers. */
    public int roots() {
        return childStarts[1];
    }

    public String id(int number) {
        return ids.id(number);
    }

    /** The number of a client, -1 if she is not here. */
    public int indexOf(String id) {
        return ids.indexOf(id);
    }

    /** Who brought her, -1 for nobody; always a smaller number than hers. */
    public int parent(int number) {
        return parents[number];
    }

    /** How many clients are above her. */
    public int depth(int number) {
        int found = Arrays.binarySearch(generations, 0, generations(), number);
        return found >= 0 ? found : -found - 2;
    }

    /** How many depths there are; 0 for an empty forest. */
    public int generations() {
        return generations.length - 1;
    }

    /** The first number of a depth; that of the depth after the last is the size. */
    public int generationStart(int depth) {
        return generations[depth];
    }

    /**
     * The first child of a client; her children end where those of the next number begin, and the children of a range
     * are the range of their first children. -1 stands above the roots, and any number past the last has no children.
     */
    public int firstChild(int number) {
        return childStarts[Math.min(number, size()) + 1];
    }

    /** How many clients she brought directly. */
    public int childCount(int number) {
        return firstChild(number + 1) - firstChild(number);
    }

    /** In minor units. */
    public long netRevenue(int number) {
        return netRevenue(number, number + 1);
    }

    /** The sum over a range, in minor units. */
    public long netRevenue(int from, int to) {
        return netRevenues[to] - netRevenues[from];
    }

    public boolean converted(int number) {
        return converted(number, number + 1) > 0;
    }

    /** The count in a range. */
    public int converted(int from, int to) {
        return conversions[to] - conversions[from];
    }

    /** How many clients are below each, by number. */
    public int[] sizesBelow() {
        int[] below = new int[size()];
        for (int number = size() - 1; number >= roots(); number--) {
            below[parents[number]] += below[number] + 1;
        }
        return below;
    }

    /** The clients with most clients below them, most first, then by number. */
    public List<Subtree> largestSubtrees(int count) {
        int[] below = sizesBelow();
        Comparator<Integer> smallestFirst =
                Comparator.<Integer>comparingInt(number -> below[number]).thenComparing(Comparator.reverseOrder());
        PriorityQueue<Integer> largest = new PriorityQueue<>(smallestFirst);
        for (int number = 0; number < below.length; number++) {
            if (largest.size() < count) {
                largest.add(number);
            } else if (count > 0 && below[number] > below[largest.element()]) {
                largest.remove();
                largest.add(number);
            }
        }
        return largest.stream()
                .sorted(smallestFirst.reversed())
                .map(number -> new Subtree(id(number), below[number]))
                .toList();
    }

    /** Bytes held in the heap by all arrays together. */
    public long footprint() {
        return ids.footprint()
                + 4L * (parents.length + childStarts.length + generations.length + conversions.length)
                + 8L * (netRevenues.length + versions.length);
    }

    long version(int number) {
        return versions[number];
    }

    /** Where an id would stand among siblings, who are a range. */
    int place(byte[] id, int from, int to) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ids.compare(middle, id) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The rows of this forest, numbered as here, with room for more. */
    Columns columns(int room) {
        long[] each = new long[room];
        BitSet converted = new BitSet(room);
        for (int number = 0; number < size(); number++) {
            each[number] = netRevenue(number);
            converted.set(number, converted(number));
        }
        return new Columns(
                new IdTable(ids), Arrays.copyOf(parents, room), each, Arrays.copyOf(versions, room), converted);
    }
}
