package io.kith.tier;

import io.kith.access.Subject;
import io.kith.edge.Connection;
import io.kith.edge.Paging;
import io.kith.influence.Pages;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a rule would change: the next run under it against the latest, were all figures as that one found them. */
public final class TierPreview {

    /** A tier before and after. */
    public record Share(Tier tier, int before, int after) {}

    /** A client who would move. */
    public record Move(String clientId, Tier from, Tier to, double scoreBefore, double scoreAfter) implements Subject {}

    private final @Nullable Instant asOf;
    private final Inputs inputs;
    private final Placement before;
    private final Placement after;
    private final List<String> notTriedOut;

    /**
     * @param asOf null where there is no run yet
     * @param notTriedOut parameters whose figures were not read
     */
    TierPreview(@Nullable Instant asOf, Inputs inputs, Placement before, Placement after, List<String> notTriedOut) {
        this.asOf = asOf;
        this.inputs = inputs;
        this.before = before;
        this.after = after;
        this.notTriedOut = notTriedOut;
    }

    public @Nullable Instant asOf() {
        return asOf;
    }

    public int n() {
        return inputs.size();
    }

    public int moved() {
        return (int) rows().filter(row -> before.tier(row) != after.tier(row)).count();
    }

    public List<Share> tiers() {
        return Arrays.stream(Tier.values())
                .map(tier -> new Share(tier, count(before, tier), count(after, tier)))
                .toList();
    }

    public List<String> notTriedOut() {
        return notTriedOut;
    }

    /** Who would move, in order of client number, between two tiers where they are given; one page. */
    Connection<Move> moves(@Nullable Tier from, @Nullable Tier to, Paging paging) {
        return Pages.of(
                n(),
                row -> before.tier(row) != after.tier(row)
                        && (from == null || before.tier(row) == from)
                        && (to == null || after.tier(row) == to),
                this::move,
                paging,
                null);
    }

    private Move move(int row) {
        return new Move(
                inputs.id(row),
                before.tier(row),
                after.tier(row),
                Placement.shown(before.score(row), n()),
                Placement.shown(after.score(row), n()));
    }

    private int count(Placement placement, Tier tier) {
        return (int) rows().filter(row -> placement.tier(row) == tier).count();
    }

    private IntStream rows() {
        return IntStream.range(0, n());
    }
}
