package io.kith.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The referral forest at one moment: a base and the changes since it was built. Never changes, so all answers of one
 * snapshot agree.
 *
 * <p>Clients nobody brought are roots, and so are those whose referrer is not known here yet.
 */
public final class Snapshot {

    private final Forest base;
    private final Instant builtAt;
    private final long epoch;
    private final int[] changed;
    private final Change[] changes;
    private final Map<String, Integer>
            newcomers; // shared by all snapshots of a base; later ones' numbers are past size
    private final int size;
    private final int links;
    private final Map<String, String> loose;
    private volatile @Nullable Shape shape;
    private volatile @Nullable Forest flat;

    Snapshot(Forest base, Map<String, String> loose, Instant builtAt, long epoch) {
        this.base = base;
        this.builtAt = builtAt;
        this.epoch = epoch;
        changed = new int[0];
        changes = new Change[0];
        newcomers = new ConcurrentHashMap<>();
        size = base.size();
        links = base.size() - base.roots();
        this.loose = loose;
        flat = base;
    }

    /** The other snapshot with all its changes replaced by these, which are ascending by number and without gaps past the base. */
    Snapshot(Snapshot before, Change[] changes, int links, Map<String, String> loose) {
        base = before.base;
        builtAt = before.builtAt;
        epoch = before.epoch + 1;
        changed = Arrays.stream(changes).mapToInt(Change::number).toArray();
        this.changes = changes;
        newcomers = before.newcomers;
        size = Math.max(base.size(), changed[changed.length - 1] + 1);
        this.links = links;
        this.loose = loose;
    }

    /** How many clients there are. */
    public int size() {
        return size;
    }

    /** How many clients have a referrer. */
    public int links() {
        return links;
    }

    /** Counts the snapshots of a network; a later one has a greater epoch. */
    public long epoch() {
        return epoch;
    }

    /** When the base of this snapshot was built. */
    public Instant builtAt() {
        return builtAt;
    }

    /** How many clients have changed or come since the base was built. */
    public int changes() {
        return changes.length;
    }

    /** Whose referrer could not be credited, because she is not known or the link would close a ring; empty but for moments. */
    public Map<String, String> loose() {
        return Collections.unmodifiableMap(loose);
    }

    public boolean contains(String id) {
        return indexOf(id) >= 0;
    }

    /** What is known of a client, with the referrer as credited here; empty for an unknown one. */
    public Optional<ClientState> client(String id) {
        int number = indexOf(id);
        return number < 0 ? Optional.empty() : Optional.of(state(number));
    }

    /** Who brought a client; empty for a root and for an unknown one. */
    public Optional<String> referrer(String id) {
        int number = indexOf(id);
        int parent = number < 0 ? Columns.NOBODY : parent(number);
        return parent == Columns.NOBODY ? Optional.empty() : Optional.of(id(parent));
    }

    /** Who brought a client, who brought that one, and so on, nearest first; empty for a root and for an unknown one. */
    public List<String> upline(String id) {
        int number = indexOf(id);
        if (number < 0) {
            return List.of();
        }
        List<String> upline = new ArrayList<>();
        for (int above = parent(number); above != Columns.NOBODY; above = parent(above)) {
            upline.add(id(above));
        }
        return upline;
    }

    /** The client at the top of a client's chain, maybe she herself; empty for an unknown one. */
    public Optional<String> root(String id) {
        int number = indexOf(id);
        if (number < 0) {
            return Optional.empty();
        }
        for (int above = parent(number); above != Columns.NOBODY; above = parent(above)) {
            number = above;
        }
        return Optional.of(id(number));
    }

    /** How many clients are above a client; empty for an unknown one. */
    public OptionalInt depth(String id) {
        int number = indexOf(id);
        if (number < 0) {
            return OptionalInt.empty();
        }
        if (changes.length == 0) {
            return OptionalInt.of(base.depth(number));
        }
        int depth = 0;
        for (int above = parent(number); above != Columns.NOBODY; above = parent(above)) {
            depth++;
        }
        return OptionalInt.of(depth);
    }

    /** How many clients a client brought directly; 0 for an unknown one. */
    public int childCount(String id) {
        int number = indexOf(id);
        return number < 0 ? 0 : shape().children(Ranges.of(number)).size();
    }

    /** Whether the second client is in the downline of the first; false if either is unknown. */
    public boolean isBelow(String above, String below) {
        int top = indexOf(above);
        int number = indexOf(below);
        return top >= 0 && number >= 0 && top != number && isAtOrAbove(top, number);
    }

    /**
     * A page of the clients below a client, breadth first, siblings by id; empty if she is unknown, or if the page is to
     * follow someone who is not in that downline (any more).
     *
     * @param maxGenerations how far down to look, null for all the way; the total counts no further
     * @param after the id the page follows, null for the first page
     */
    public Optional<DownlinePage> downline(
            String id, @Nullable Integer maxGenerations, @Nullable String after, int first) {
        int number = indexOf(id);
        if (number < 0) {
            return Optional.empty();
        }
        int cursor = after == null ? Columns.NOBODY : indexOf(after);
        DownlineCut cut = new DownlineCut(this, after == null, cursor, first);
        int deepest = maxGenerations == null ? Integer.MAX_VALUE : maxGenerations;
        Ranges generation = Ranges.of(number);
        for (int depth = 1; depth <= deepest && generation.size() > 0; depth++) {
            generation = shape().children(generation);
            cut.pass(generation, depth);
        }
        return cut.page();
    }

    /** A client and all below her, or everybody, breadth first; empty if she is unknown. */
    public Optional<NetworkMap> map(@Nullable String id, int first) {
        int number = id == null ? Columns.NOBODY : indexOf(id);
        if (id != null && number < 0) {
            return Optional.empty();
        }
        NetworkMap.Drawing drawing = new NetworkMap.Drawing(id, first);
        Ranges generation = id == null ? shape().children(Ranges.of(Columns.NOBODY)) : Ranges.of(number);
        for (; generation.size() > 0; generation = shape().children(generation)) {
            for (int range = 0; range < generation.count(); range++) {
                for (int at = generation.from(range); at < generation.to(range); at++) {
                    drawing.add(state(at));
                }
            }
        }
        return Optional.of(drawing.finish());
    }

    /** What the clients below a client amount to; empty if she is unknown. */
    public Optional<DownlineSummary> summary(String id) {
        int number = indexOf(id);
        if (number < 0) {
            return Optional.empty();
        }
        Shape shape = shape();
        List<GenerationTotals> totals = new ArrayList<>();
        for (Ranges generation = shape.children(Ranges.of(number));
                generation.size() > 0;
                generation = shape.children(generation)) {
            totals.add(new GenerationTotals(
                    totals.size() + 1, generation.size(), shape.converted(generation), shape.netRevenue(generation)));
        }
        return Optional.of(DownlineSummary.of(totals));
    }

    /** The chain from one client to another through their nearest common referrer; empty if unrelated or unknown. */
    public Optional<ReferralChain> path(String from, String to) {
        int[] up = lineage(indexOf(from));
        int[] down = lineage(indexOf(to));
        int shared = 0;
        while (shared < Math.min(up.length, down.length)
                && up[up.length - 1 - shared] == down[down.length - 1 - shared]) {
            shared++;
        }
        if (shared == 0) {
            return Optional.empty();
        }
        int turn = up.length - shared;
        int below = down.length - shared;
        IntStream numbers = IntStream.concat(
                Arrays.stream(up, 0, turn + 1), IntStream.range(0, below).map(i -> down[below - 1 - i]));
        return Optional.of(new ReferralChain(numbers.mapToObj(this::id).toList(), turn));
    }

    /** The clients with most clients below them, most first, then by depth and id. Costs a pass over all clients. */
    public List<Subtree> largestSubtrees(int count) {
        return flat().largestSubtrees(count);
    }

    /** This snapshot as a forest without changes, for passes over all clients; made when first asked for, in time by the clients. */
    public Forest flat() {
        Forest made = flat;
        return made == null ? flatten() : made;
    }

    Forest base() {
        return base;
    }

    Change[] allChanges() {
        return changes;
    }

    Map<String, Integer> newcomers() {
        return newcomers;
    }

    /** The number of a client, -1 if she is unknown; the base's, then one for each newcomer. */
    int indexOf(String id) {
        int number = base.indexOf(id);
        if (number >= 0) {
            return number;
        }
        Integer newcomer = newcomers.get(id);
        return newcomer == null || newcomer >= size ? -1 : newcomer;
    }

    String id(int number) {
        return number < base.size() ? base.id(number) : changes[changeOf(number)].id();
    }

    int parent(int number) {
        int change = changeOf(number);
        return change < 0 ? base.parent(number) : changes[change].parent();
    }

    /** The client as a change, whether or not she has changed. */
    Change change(int number) {
        int change = changeOf(number);
        return change >= 0
                ? changes[change]
                : new Change(
                        number,
                        base.id(number),
                        base.parent(number),
                        base.netRevenue(number),
                        base.converted(number),
                        base.version(number));
    }

    private ClientState state(int number) {
        Change now = change(number);
        String referrer = now.parent() == Columns.NOBODY ? null : id(now.parent());
        return new ClientState(now.id(), referrer, now.netRevenue(), now.converted(), now.version());
    }

    private int changeOf(int number) {
        return number < base.size()
                ? (changed.length == 0 ? -1 : Arrays.binarySearch(changed, number))
                : changed.length - size + number;
    }

    private boolean isAtOrAbove(int top, int number) {
        for (int at = number; at != Columns.NOBODY; at = parent(at)) {
            if (at == top) {
                return true;
            }
        }
        return false;
    }

    /** A client and everyone above her, nearest first; nobody for an unknown one. */
    private int[] lineage(int number) {
        return IntStream.iterate(number, at -> at != Columns.NOBODY, this::parent)
                .toArray();
    }

    private Shape shape() {
        Shape made = shape;
        if (made == null) {
            made = new Shape(base, changed, changes);
            shape = made;
        }
        return made;
    }

    private synchronized Forest flatten() {
        Forest made = flat;
        if (made != null) {
            return made;
        }
        Columns columns = base.columns(size);
        for (Change change : changes) {
            int row = columns.row(change.id());
            columns.set(row, change.parent(), change.netRevenue(), change.converted(), change.version());
        }
        made = new Forest(columns, order());
        flat = made;
        return made;
    }

    /** All numbers, breadth first. */
    private int[] order() {
        int[] order = new int[size];
        int filled = 0;
        for (Ranges generation = shape().children(Ranges.of(Columns.NOBODY));
                generation.size() > 0;
                generation = shape().children(generation)) {
            for (int range = 0; range < generation.count(); range++) {
                for (int number = generation.from(range); number < generation.to(range); number++) {
                    order[filled++] = number;
                }
            }
        }
        return order;
    }
}
