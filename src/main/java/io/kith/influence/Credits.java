package io.kith.influence;

import io.kith.edge.InvalidInput;
import io.kith.edge.NotFound;
import io.kith.graph.Graph;
import io.kith.practice.Practices;
import io.kith.referral.Network;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The three books of whose doing revenue is, over any period and channel. */
@Component
public class Credits {

    private final Graph graph;
    private final Network network;
    private final Revenues revenues;
    private final Practices practices;
    private final InfluenceRuns runs;
    private final InfluenceRules rules;
    private final Clock clock;

    Credits(
            Graph graph,
            Network network,
            Revenues revenues,
            Practices practices,
            InfluenceRuns runs,
            InfluenceRules rules,
            Clock clock) {
        this.graph = graph;
        this.network = network;
        this.revenues = revenues;
        this.practices = practices;
        this.runs = runs;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * One book.
     *
     * @param from the first day of the visits counted, null for the beginning
     * @param to the last day
     * @param channel only clients whose chain began by this channel, null for all
     */
    public ReferralCredit book(
            CreditBook book, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String channel) {
        checkPeriod(from, to);
        var asOf = clock.instant();
        var forest = network.snapshot().flat();
        var revenue = revenues.of(forest, from, to);
        var values = revenue.values();
        var elsewhere = revenue.elsewhere();
        if (channel != null) {
            if (practices.channelsOf(List.of(channel)).isEmpty()) {
                throw NotFound.of("channel", channel);
            }
            var arrivals = Arrivals.read(graph, forest);
            var wanted = arrivals.origin(channel);
            for (var number = 0; number < values.length; number++) {
                values[number] = wanted != Arrivals.UNKNOWN && arrivals.origin(number) == wanted ? values[number] : 0;
            }
            elsewhere = 0;
        }
        var netRevenue = new Revenues.Revenue(values, elsewhere).total();
        var rule = runs.latest().map(InfluenceRun::rule).orElseGet(rules::current);
        var entries = switch (book) {
            case DIRECT -> Ranking.of(Measures.direct(forest, values));
            case CHAIN -> Ranking.of(Measures.chainCredit(forest, values));
            case DOWNSTREAM -> Ranking.of(Measures.downstream(forest, rule.gamma(), values));
        };
        var unattributed = elsewhere;
        for (var root = 0; book == CreditBook.DIRECT && root < forest.roots(); root++) {
            unattributed = Math.addExact(unattributed, values[root]);
        }
        var parameters = new ArrayList<Parameter>();
        if (book == CreditBook.DOWNSTREAM) {
            parameters.add(Parameter.ours("gamma", rule.gamma(), "share a generation", "of the influence rule"));
        }
        return new ReferralCredit(
                book, forest, entries, unattributed, netRevenue, Basis.of(rule, parameters, asOf, forest.size()));
    }

    static void checkPeriod(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) {
            throw new InvalidInput("The period ends on %s, before it begins on %s.".formatted(to, from));
        }
        for (var day : new @Nullable LocalDate[] {from, to}) {
            if (day != null && (day.getYear() < 1900 || day.getYear() > 9998)) {
                throw new InvalidInput("%s is no day a clinic keeps books of.".formatted(day));
            }
        }
    }
}
