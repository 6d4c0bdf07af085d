package io.kith.influence;

import static io.kith.influence.ValueMap.Group.ADVOCATE;
import static io.kith.influence.ValueMap.Group.AFFLUENT;
import static io.kith.influence.ValueMap.Group.CHAMPION;
import static io.kith.influence.ValueMap.Group.MISER;

import io.kith.client.Consents;
import io.kith.edge.InvalidInput;
import io.kith.graph.Graph;
import io.kith.referral.Forest;
import io.kith.referral.ForestBuilder;
import io.kith.referral.Network;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which clients are key by what they bring and not by what they spend, and whether looking at both tells more.
 *
 * <p>Who does not want to be ranked counts in groups and shares, and is named in no list.
 */
@Component
public class ValueMaps {

    private final Graph graph;
    private final Network network;
    private final Revenues revenues;
    private final Consents consents;
    private final Clock clock;

    ValueMaps(Graph graph, Network network, Revenues revenues, Consents consents, Clock clock) {
        this.graph = graph;
        this.network = network;
        this.revenues = revenues;
        this.consents = consents;
        this.clock = clock;
    }

    /**
     * The map over a period.
     *
     * @param share how much of the clients a list of key clients holds
     * @param splitAt the quantile above which a value is high; 0.5 is the median
     * @param members how many of each group to name
     */
    public ValueMap map(@Nullable LocalDate from, @Nullable LocalDate to, double share, double splitAt, int members) {
        Credits.checkPeriod(from, to);
        check("share", share);
        check("split", splitAt);
        var asOf = clock.instant();
        var forest = network.snapshot().flat();
        var worth = Worth.of(forest, revenues.of(forest, from, to).values(), consents.allOptedOut());
        var parameters = List.of(
                Parameter.ours(
                        "share", share, "share of the clients", "the usual top fifth; the value it holds is shown"),
                new Parameter(
                        "split",
                        splitAt,
                        "quantile",
                        Parameter.Origin.LITERATURE,
                        "Kumar, Petersen and Leone 2007, Harvard Business Review 85(10): median splits"));
        return new ValueMap(
                worth.groups(splitAt, members),
                worth.top(worth.own(), share),
                worth.top(worth.both(), share),
                Basis.of(null, parameters, asOf, forest.size()));
    }

    /** Makes both lists by what was known before a day, and counts who of them brought value from it on. */
    public ValueBacktest backtest(LocalDate split, @Nullable LocalDate from, @Nullable LocalDate to, double share) {
        Credits.checkPeriod(from, split.minusDays(1));
        Credits.checkPeriod(split, to);
        check("share", share);
        var asOf = clock.instant();
        var now = network.snapshot().flat();
        var arrivals = Arrivals.read(graph, now);
        var before = before(now, arrivals, split);
        var known = from == null ? LocalDate.of(1900, 1, 1) : from;
        var worth =
                Worth.of(before, revenues.of(before, known, split.minusDays(1)).values(), consents.allOptedOut());
        var spendOnly = worth.top(worth.own(), share).ids();
        var combined = worth.top(worth.both(), share).ids();
        var referred = referred(now, arrivals, split, to);
        var spendOnlyReferred = sum(now, referred, spendOnly);
        var combinedReferred = sum(now, referred, combined);
        var verdict = ValueBacktest.verdict(spendOnlyReferred, combinedReferred);
        return new ValueBacktest(
                split,
                Math.max(spendOnly.size(), combined.size()),
                Arrays.stream(referred).sum(),
                spendOnlyReferred,
                combinedReferred,
                verdict,
                sentence(verdict),
                Basis.of(
                        null,
                        List.of(Parameter.ours("share", share, "share of the clients", "the usual top fifth")),
                        asOf,
                        before.size()));
    }

    private static String sentence(ValueBacktest.Verdict verdict) {
        return switch (verdict) {
            case COMBINED_DID_BETTER ->
                "The list by own and referral value did better: its members brought more value afterwards than those of the"
                        + " list by spending alone.";
            case SPEND_ONLY_DID_BETTER ->
                "The list by spending alone did better: its members brought more value afterwards than those of the list by"
                        + " own and referral value.";
            case NO_DIFFERENCE -> "Neither list did better: the members of both brought the same value afterwards.";
        };
    }

    /** The forest as it was: clients who had joined, links that held before the day. */
    private static Forest before(Forest now, Arrivals arrivals, LocalDate split) {
        var builder = new ForestBuilder(now.size());
        for (var number = 0; number < now.size(); number++) {
            var joined = arrivals.joinedOn(number);
            if (joined != null && !joined.isBefore(split)) {
                continue;
            }
            var brought = arrivals.broughtOn(number);
            var parent = now.parent(number);
            var linked = parent >= 0 && (brought == null || brought.isBefore(split));
            builder.add(now.id(number), linked ? now.id(parent) : null, 0, false, 1);
        }
        return builder.build();
    }

    /** What each client's friends brought from the day on were worth in that time. */
    private long[] referred(Forest now, Arrivals arrivals, LocalDate split, @Nullable LocalDate to) {
        var values = revenues.of(now, split, to).values();
        var referred = new long[now.size()];
        for (var number = now.roots(); number < now.size(); number++) {
            if (arrivals.broughtWithin(number, split, to)) {
                referred[now.parent(number)] += values[number];
            }
        }
        return referred;
    }

    private static long sum(Forest forest, long[] values, List<String> ids) {
        return ids.stream().mapToLong(id -> values[forest.indexOf(id)]).sum();
    }

    private static void check(String name, double share) {
        if (!(share > 0 && share < 1)) {
            throw new InvalidInput("%s is %s; it must lie between 0 and 1.".formatted(name, share));
        }
    }

    /**
     * What each client is worth herself, and what others are worth through her: her chain credit without her own share.
     */
    private record Worth(Forest forest, long[] own, long[] referral, Set<String> unnamed) {

        static Worth of(Forest forest, long[] own, Set<String> unnamed) {
            var referral = Measures.chainCredit(forest, own);
            for (var depth = 0; depth < forest.generations(); depth++) {
                for (var number = forest.generationStart(depth); number < forest.generationStart(depth + 1); number++) {
                    var left = Math.floorMod(own[number], depth + 1L) > 0 ? 1 : 0;
                    referral[number] -= Math.floorDiv(own[number], depth + 1L) + left;
                }
            }
            return new Worth(forest, own, referral, unnamed);
        }

        long[] both() {
            return IntStream.range(0, own.length)
                    .mapToLong(number -> own[number] + referral[number])
                    .toArray();
        }

        ValueMap.TopList top(long[] values, double share) {
            var ranking = Ranking.of(values);
            var count = Math.min(ranking.positive(), (int) Math.ceil(share * values.length));
            var ids = new ArrayList<String>(count);
            var held = 0L;
            for (var position = 0; position < ranking.positive() && ids.size() < count; position++) {
                var id = forest.id(ranking.at(position));
                if (!unnamed.contains(id)) {
                    ids.add(id);
                    held += values[ranking.at(position)];
                }
            }
            var all = Arrays.stream(values).sum();
            return new ValueMap.TopList(ids, held, all == 0 ? 0 : (double) held / all);
        }

        List<ValueMap.Members> groups(double splitAt, int members) {
            var ownSplit = quantile(own, splitAt);
            var referralSplit = quantile(referral, splitAt);
            var ranking = Ranking.of(both());
            var counts = new int[ValueMap.Group.values().length];
            var ownValues = new long[counts.length];
            var referralValues = new long[counts.length];
            var first = new ArrayList<List<String>>();
            for (var ignored : counts) {
                first.add(new ArrayList<>());
            }
            for (var position = 0; position < own.length; position++) {
                var number = ranking.at(position);
                var group = group(own[number] > ownSplit, referral[number] > referralSplit)
                        .ordinal();
                counts[group]++;
                ownValues[group] += own[number];
                referralValues[group] += referral[number];
                if (first.get(group).size() < members && !unnamed.contains(forest.id(number))) {
                    first.get(group).add(forest.id(number));
                }
            }
            return Arrays.stream(ValueMap.Group.values())
                    .map(group -> new ValueMap.Members(
                            group,
                            counts[group.ordinal()],
                            ownValues[group.ordinal()],
                            referralValues[group.ordinal()],
                            first.get(group.ordinal())))
                    .toList();
        }

        private static ValueMap.Group group(boolean spends, boolean brings) {
            if (spends) {
                return brings ? CHAMPION : AFFLUENT;
            }
            return brings ? ADVOCATE : MISER;
        }

        private static long quantile(long[] values, double at) {
            if (values.length == 0) {
                return 0;
            }
            var sorted = values.clone();
            Arrays.sort(sorted);
            return sorted[Math.min(sorted.length - 1, (int) (at * sorted.length))];
        }
    }
}
