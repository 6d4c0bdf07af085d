package io.kith.tier;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Who has which tier by the latest run: immutable, about 100 bytes a client in the heap, rows in order of id. */
final class Standing {

    private final TierRun run;
    private final String[] ids;
    private final Tier[] tiers;
    private final BitSet potential;
    private final int[] since;
    private final int[] order;

    Standing(TierRun run, String[] ids, Tier[] tiers, BitSet potential, int[] since, long[] scores) {
        this.run = run;
        this.ids = ids;
        this.tiers = tiers;
        this.potential = potential;
        this.since = since;
        order = Ranks.descending(scores);
    }

    TierRun run() {
        return run;
    }

    int size() {
        return ids.length;
    }

    /** The row of a client, -1 for one the run did not place. */
    int row(String clientId) {
        return CodePoints.search(ids, clientId);
    }

    String id(int row) {
        return ids[row];
    }

    Tier tier(int row) {
        return tiers[row];
    }

    Tier[] tiers() {
        return tiers;
    }

    boolean isPotential(int row) {
        return potential.get(row);
    }

    /** The number of the run since which a row's client has her tier. */
    int since(int row) {
        return since[row];
    }

    /** The row at a position from 0, highest score first. */
    int at(int position) {
        return order[position];
    }

    Set<String> ids(Tier tier) {
        var found = new HashSet<String>();
        for (var row = 0; row < ids.length; row++) {
            if (tiers[row] == tier) {
                found.add(ids[row]);
            }
        }
        return found;
    }

    long count(@Nullable Tier tier, @Nullable Boolean flagged) {
        if (tier == null && flagged == null) {
            return size();
        }
        return IntStream.range(0, size())
                .filter(row -> fits(row, tier, flagged))
                .count();
    }

    boolean fits(int row, @Nullable Tier tier, @Nullable Boolean flagged) {
        return (tier == null || tiers[row] == tier) && (flagged == null || potential.get(row) == flagged);
    }

    /** What the clients of these sorted ids have, null for those it did not place. */
    @Nullable
    Tier[] tiersOf(Inputs inputs) {
        var before = new Tier[inputs.size()];
        for (var row = 0; row < before.length; row++) {
            var known = row(inputs.id(row));
            before[row] = known < 0 ? null : tiers[known];
        }
        return before;
    }
}
