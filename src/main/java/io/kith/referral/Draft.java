package io.kith.referral;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * The next snapshot while it is written: takes states one by one, in any order and more than once.
 *
 * <p>A link to a referrer who is not known yet, or that would close a ring because older news of someone else is still on
 * its way, is kept loose and tried again with every draft; so once all states are in, all links are.
 */
final class Draft {

    private final Snapshot before;
    private final Map<Integer, Change> written = new TreeMap<>();
    private final Map<String, Integer> newcomers = new HashMap<>();
    private final Map<String, String> loose;
    private int size;
    private int links;

    Draft(Snapshot before) {
        this.before = before;
        loose = new HashMap<>(before.loose());
        size = before.size();
        links = before.links();
    }

    /** Whether the state was news. */
    boolean put(ClientState state) {
        int number = indexOf(state.id());
        boolean isNew = number < 0;
        if (!isNew && state.version() <= change(number).version()) {
            return false;
        }
        int oldParent = isNew ? Columns.NOBODY : parent(number);
        if (isNew) {
            number = size++;
            newcomers.put(state.id(), number);
        } else if (oldParent != Columns.NOBODY) {
            links--;
        }
        written.put(
                number,
                new Change(number, state.id(), Columns.NOBODY, state.netRevenue(), state.converted(), state.version()));
        loose.remove(state.id());
        String referrer = state.referrerId();
        boolean ringless = isNew || referrer != null && oldParent == indexOf(referrer);
        if (referrer != null && !link(number, referrer, ringless)) {
            loose.put(state.id(), referrer);
        }
        return true;
    }

    /** The snapshot as written, the one before if nothing was news. */
    Snapshot finish() {
        if (written.isEmpty()) {
            return before;
        }
        linkTheLoose();
        before.newcomers().putAll(newcomers);
        return new Snapshot(before, merged(), links, loose.isEmpty() ? Map.of() : loose);
    }

    private void linkTheLoose() {
        for (Iterator<Map.Entry<String, String>> left = loose.entrySet().iterator(); left.hasNext(); ) {
            Map.Entry<String, String> link = left.next();
            if (link(indexOf(link.getKey()), link.getValue(), false)) {
                left.remove();
            }
        }
    }

    private boolean link(int number, String referrerId, boolean ringless) {
        int referrer = indexOf(referrerId);
        if (referrer < 0 || referrer == number || !ringless && isAbove(number, referrer)) {
            return false;
        }
        written.put(number, change(number).under(referrer));
        links++;
        return true;
    }

    private boolean isAbove(int top, int number) {
        int at = number;
        while (at != Columns.NOBODY && at != top) {
            at = parent(at);
        }
        return at == top;
    }

    private int indexOf(String id) {
        Integer newcomer = newcomers.get(id);
        return newcomer == null ? before.indexOf(id) : newcomer;
    }

    private int parent(int number) {
        Change change = written.get(number);
        return change == null ? before.parent(number) : change.parent();
    }

    private Change change(int number) {
        Change change = written.get(number);
        return change == null ? before.change(number) : change;
    }

    private Change[] merged() {
        Change[] old = before.allChanges();
        Change[] merged = new Change[old.length + written.size()];
        int filled = 0;
        int next = 0;
        for (Change change : written.values()) {
            while (next < old.length && old[next].number() < change.number()) {
                merged[filled++] = old[next++];
            }
            if (next < old.length && old[next].number() == change.number()) {
                next++;
            }
            merged[filled++] = change;
        }
        while (next < old.length) {
            merged[filled++] = old[next++];
        }
        return Arrays.copyOf(merged, filled);
    }
}
