package io.kith.referral;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How changes reshape a base forest: who left her place in it, who came to whom, and by how much the sums differ.
 *
 * <p>A generation is a list of ranges in the order a fresh forest would number it; clients who are not in the base have the
 * numbers after its last. One step costs time by the changes met, never by the clients.
 */
final class Shape {

    private final Forest base;
    private final int[] changed;
    private final long[] netRevenues; // sums of the differences before each change
    private final int[] conversions;
    private final int[] leavers; // clients of the base who hang elsewhere now, ascending
    private final int[] adopters; // who gained children, ascending; -1 gains roots
    private final Newcomer[][] adopted; // by adopter, in the order of ids

    private record Newcomer(int parent, int number, byte[] id) {}

    /** @param changed the numbers of the changes, ascending */
    Shape(Forest base, int[] changed, Change[] changes) {
        this.base = base;
        this.changed = changed;
        netRevenues = new long[changes.length + 1];
        conversions = new int[changes.length + 1];
        int[] left = new int[changes.length];
        int leaving = 0;
        List<Newcomer> arrivals = new ArrayList<>();
        for (int i = 0; i < changes.length; i++) {
            Change change = changes[i];
            int number = change.number();
            boolean old = number < base.size();
            netRevenues[i + 1] = netRevenues[i] + change.netRevenue() - (old ? base.netRevenue(number) : 0);
            conversions[i + 1] =
                    conversions[i] + (change.converted() ? 1 : 0) - (old && base.converted(number) ? 1 : 0);
            if (old && base.parent(number) == change.parent()) {
                continue;
            }
            arrivals.add(new Newcomer(change.parent(), number, change.id().getBytes(UTF_8)));
            if (old) {
                left[leaving++] = number;
            }
        }
        leavers = Arrays.copyOf(left, leaving);
        arrivals.sort(Comparator.comparingInt(Newcomer::parent).thenComparing(Newcomer::id, Arrays::compareUnsigned));
        adopters = arrivals.stream().mapToInt(Newcomer::parent).distinct().toArray();
        adopted = new Newcomer[adopters.length][];
        for (int i = 0, from = 0; i < adopters.length; from += adopted[i++].length) {
            int to = from;
            while (to < arrivals.size() && arrivals.get(to).parent() == adopters[i]) {
                to++;
            }
            adopted[i] = arrivals.subList(from, to).toArray(Newcomer[]::new);
        }
    }

    /** The next generation of a generation; that of -1 is the roots. */
    Ranges children(Ranges parents) {
        Ranges children = new Ranges();
        for (int range = 0; range < parents.count(); range++) {
            addChildren(parents.from(range), parents.to(range), children);
        }
        return children;
    }

    long netRevenue(Ranges ranges) {
        long sum = 0;
        for (int range = 0; range < ranges.count(); range++) {
            int from = ranges.from(range);
            int to = ranges.to(range);
            sum += base.netRevenue(Math.min(from, base.size()), Math.min(to, base.size()));
            sum += netRevenues[at(changed, to)] - netRevenues[at(changed, from)];
        }
        return sum;
    }

    int converted(Ranges ranges) {
        int count = 0;
        for (int range = 0; range < ranges.count(); range++) {
            int from = ranges.from(range);
            int to = ranges.to(range);
            count += base.converted(Math.min(from, base.size()), Math.min(to, base.size()));
            count += conversions[at(changed, to)] - conversions[at(changed, from)];
        }
        return count;
    }

    private void addChildren(int from, int to, Ranges children) {
        int next = base.firstChild(from);
        for (int i = at(adopters, from); i < adopters.length && adopters[i] < to; i++) {
            int own = base.firstChild(adopters[i]);
            int ownEnd = base.firstChild(adopters[i] + 1);
            for (Newcomer newcomer : adopted[i]) {
                int place = base.place(newcomer.id(), Math.max(own, next), ownEnd);
                addStaying(next, place, children);
                children.add(newcomer.number(), newcomer.number() + 1);
                next = place;
            }
        }
        addStaying(next, base.firstChild(to), children);
    }

    private void addStaying(int from, int to, Ranges children) {
        int next = from;
        for (int i = at(leavers, from); i < leavers.length && leavers[i] < to; i++) {
            children.add(next, leavers[i]);
            next = leavers[i] + 1;
        }
        children.add(next, to);
    }

    /** Where the first value not below the wanted one stands. */
    private static int at(int[] ascending, int wanted) {
        int found = Arrays.binarySearch(ascending, wanted);
        return found >= 0 ? found : -found - 1;
    }
}
