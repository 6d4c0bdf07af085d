package io.kith.graph;

import java.util.List;
import java.util.TreeSet;

/**
 * How far this process has read the changes of another one.
 *
 * <p>A later number may be seen before an earlier one, whose transaction is still on its way. So a reading begins at the number up to
 * which all had been settled before the reading before it ended: what is below was committed when that reading began at the
 * latest, or never will be. What is above is read again, and passed on only once. A reading goes through as many pages as there
 * are, so that one slow transaction holds back nothing but its own change.
 */
final class Place {

    /** A change as it was read. */
    record Told(long sequence, long settled, String topic, Row news) {

        static Told of(Row row) {
            return new Told(row.number("sequence"), row.number("settled"), row.text("topic"), row);
        }
    }

    private final TreeSet<Long> seen = new TreeSet<>(); // of those behind the position
    private long position; // where each reading begins
    private long page; // where the next page of this reading begins
    private long settled; // as known before this reading began
    private long last;
    private long lastSettled;

    /** @param position up to which nothing is to be read */
    Place(long position) {
        this.position = position;
        page = position;
        settled = position;
        last = position;
        lastSettled = position;
    }

    /** The number behind which the next page begins. */
    synchronized long from() {
        return page;
    }

    /** Whether a change has been read. */
    synchronized boolean has(long number) {
        return number <= position || seen.contains(number);
    }

    /** Whether changes were forgotten before they could be read here. */
    synchronized boolean missed(long forgottenTo) {
        return forgottenTo > last;
    }

    /**
     * Takes in the next page, in order of number, and moves on.
     *
     * @param full whether there may be more behind it
     * @return those not seen before
     */
    synchronized List<Told> news(List<Told> told, boolean full) {
        var news = told.stream().filter(one -> seen.add(one.sequence())).toList();
        if (!told.isEmpty()) {
            var end = told.get(told.size() - 1);
            page = end.sequence();
            last = Math.max(last, end.sequence());
            lastSettled = Math.max(lastSettled, end.settled());
        }
        if (!full) {
            position = settled;
            page = position;
            settled = lastSettled;
            seen.headSet(position, true).clear();
        }
        return news;
    }
}
