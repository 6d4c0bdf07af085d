package io.kith.tier;

import io.kith.edge.Connection;
import io.kith.edge.Paging;
import io.kith.influence.Pages;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** All clients of a tier run by how lately, how often and how much they paid. */
public final class RfmView {

    /** A segment and what it holds; net revenue in minor units. */
    public record Share(RfmSegment segment, int clients, long netRevenue) {}

    private static final long[] RECENCY_DAYS = {90, 180, 365};
    private static final int OFTEN_A_QUARTER = 2;
    private static final int QUINTILES = 5;
    private static final int HIGH = 4;

    private final TierRun run;
    private final Inputs inputs;
    private final RfmBreaks breaks;
    private final int[] payers;
    private final byte[] recency;
    private final byte[] frequency;
    private final byte[] money;
    private final int[] order;

    RfmView(TierRun run, Inputs inputs, RfmBreaks breaks) {
        this.run = run;
        this.inputs = inputs;
        this.breaks = breaks;
        payers = IntStream.range(0, inputs.size())
                .filter(row -> inputs.get(Input.RECENCY_DAYS, row) >= 0)
                .toArray();
        recency = new byte[inputs.size()];
        frequency = new byte[inputs.size()];
        money = new byte[inputs.size()];
        order = Ranks.descending(TierCriterion.NET_SPEND.raw(inputs, run.rule()));
        if (breaks == RfmBreaks.SEEDS) {
            bySeeds();
        } else {
            byQuintiles();
        }
    }

    TierRun run() {
        return run;
    }

    public RfmBreaks breaks() {
        return breaks;
    }

    public Instant asOf() {
        return run.asOf();
    }

    public int n() {
        return inputs.size();
    }

    public int paying() {
        return payers.length;
    }

    /** The segments and what they hold. */
    public List<Share> segments() {
        var clients = new int[RfmSegment.values().length];
        var revenues = new long[clients.length];
        for (var row = 0; row < n(); row++) {
            clients[segment(row).ordinal()]++;
            revenues[segment(row).ordinal()] += inputs.get(Input.NET_SPEND, row);
        }
        return Arrays.stream(RfmSegment.values())
                .map(segment -> new Share(segment, clients[segment.ordinal()], revenues[segment.ordinal()]))
                .toList();
    }

    /** A client's place in it; null for one the run did not place. */
    @Nullable
    Rfm of(String clientId) {
        var row = inputs.row(clientId);
        return row < 0 ? null : of(row);
    }

    /** Clients of one segment or of all, most net revenue first, one page. */
    Connection<Rfm> clients(@Nullable RfmSegment segment, Paging paging) {
        return Pages.of(
                n(),
                position -> segment == null || segment(order[position]) == segment,
                position -> of(order[position]),
                paging,
                segment == null ? Long.valueOf(n()) : null);
    }

    private Rfm of(int row) {
        var days = inputs.get(Input.RECENCY_DAYS, row);
        return new Rfm(
                inputs.id(row),
                breaks,
                days < 0 ? null : Integer.valueOf((int) days),
                (int) inputs.get(Input.PAID_VISITS, row),
                (int) inputs.get(Input.QUARTER_VISITS, row),
                inputs.get(Input.NET_SPEND, row),
                recency[row],
                frequency[row],
                money[row],
                segment(row),
                run.asOf());
    }

    private RfmSegment segment(int row) {
        if (recency[row] == 0) {
            return RfmSegment.NEVER_PAID;
        }
        var high = breaks == RfmBreaks.SEEDS ? 2 : HIGH;
        return RfmSegment.of(recency[row] >= HIGH, frequency[row] >= high, money[row] >= high);
    }

    private void bySeeds() {
        var total = 0L;
        for (var row : payers) {
            total = Math.addExact(total, inputs.get(Input.NET_SPEND, row));
        }
        for (var row : payers) {
            recency[row] = HIGH;
            for (var days : RECENCY_DAYS) {
                recency[row] -= (byte) (inputs.get(Input.RECENCY_DAYS, row) > days ? 1 : 0);
            }
            frequency[row] = (byte) (inputs.get(Input.QUARTER_VISITS, row) >= OFTEN_A_QUARTER ? 2 : 1);
            money[row] =
                    (byte) (Math.multiplyExact(inputs.get(Input.NET_SPEND, row), (long) payers.length) > total ? 2 : 1);
        }
    }

    private void byQuintiles() {
        quintiles(recency, Input.RECENCY_DAYS, -1);
        quintiles(frequency, Input.PAID_VISITS, 1);
        quintiles(money, Input.NET_SPEND, 1);
    }

    /** @param sign -1 where less is better */
    private void quintiles(byte[] scores, Input input, int sign) {
        var values = Arrays.stream(payers)
                .mapToLong(row -> sign * inputs.get(input, row))
                .toArray();
        var ranks = Ranks.of(values);
        for (var place = 0; place < payers.length; place++) {
            var fifth = payers.length < 2 ? 0 : (long) QUINTILES * ranks.below(place) / (payers.length - 1);
            scores[payers[place]] = (byte) (1 + Math.min(QUINTILES - 1, fifth));
        }
    }
}
