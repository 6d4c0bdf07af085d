package io.kith.influence;

import io.kith.client.Consents;
import io.kith.edge.Clinic;
import io.kith.edge.Column;
import io.kith.edge.InvalidInput;
import io.kith.edge.Paging;
import io.kith.edge.Shown;
import io.kith.graph.Graph;
import io.kith.referral.Forest;
import io.kith.referral.Network;
import io.kith.referral.NetworkMap;
import io.kith.referral.Snapshot;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who matters to the clinic's network, and why.
 *
 * <p>Score, percentiles and circles are those of the latest run and say so; downstream value and credits are as of now.
 * Who does not want to be ranked is in no list of clients; she still counts among those the others are compared with.
 */
@Component
public class Influences {

    private static final Set<String> OWN_FILTERS = Set.of("region", "channel", "joinedBetween");
    private static final int WALKED = 2_000;

    private final Graph graph;
    private final Network network;
    private final InfluenceRuns runs;
    private final InfluenceRules rules;
    private final Figures figures;
    private final Consents consents;
    private final Clinic clinic;
    private final Clock clock;
    private final ObjectProvider<InfluenceFilter> filters;

    Influences(
            Graph graph,
            Network network,
            InfluenceRuns runs,
            InfluenceRules rules,
            Figures figures,
            Consents consents,
            Clinic clinic,
            Clock clock,
            ObjectProvider<InfluenceFilter> filters) {
        this.graph = graph;
        this.network = network;
        this.runs = runs;
        this.rules = rules;
        this.figures = figures;
        this.consents = consents;
        this.clinic = clinic;
        this.clock = clock;
        this.filters = filters;
    }

    /** A client's influence as of the latest run. */
    public Influence of(String clientId) {
        var standing = runs.current();
        if (standing.isEmpty()) {
            return Influence.unrated(clientId, rules.current(), null);
        }
        return of(clientId, standing.get());
    }

    /** The scores of a map's clients in the latest run. */
    public Column scores(NetworkMap map) {
        var scores = new HashMap<String, Double>();
        for (var id : map.ids()) {
            runs.score(id).ifPresent(score -> scores.put(id, Math.round(score * 10) / 10.0));
        }
        return map.column(scores);
    }

    /** D_γ of a client as of now, in minor units, under the rule her score is made by. */
    public long downstreamValue(String clientId) {
        return Math.round(downstream(network.snapshot(), clientId, rule().gamma()));
    }

    /** What the clients she brought are worth as of now, in minor units. */
    public long directCredit(String clientId) {
        var generations = network.snapshot().summary(clientId).orElseThrow().generations();
        return generations.isEmpty() ? 0 : generations.get(0).netRevenue();
    }

    /** Her chain credit as of now, in minor units: her share of what everyone at and below her is worth. */
    public long chainCredit(String clientId) {
        var snapshot = network.snapshot();
        var below = snapshot.summary(clientId).orElseThrow().clients();
        if (below > WALKED) {
            var present = figures.now(rule());
            return (long) present.ranking(InfluenceMeasure.CHAIN_CREDIT)
                    .value(present.forest().indexOf(clientId));
        }
        var depth = snapshot.depth(clientId).orElseThrow();
        var credit = share(snapshot, clientId, depth, 0);
        for (var step :
                snapshot.downline(clientId, null, null, below).orElseThrow().steps()) {
            credit += share(snapshot, step.id(), depth + step.generation(), step.generation());
        }
        return credit;
    }

    /** How a client's downstream value splits over those she brought, greatest first. */
    public List<Influence.Branch> branches(String clientId, int first) {
        var gamma = rule().gamma();
        var snapshot = network.snapshot();
        var total = downstream(snapshot, clientId, gamma);
        var branches = new ArrayList<Influence.Branch>();
        for (var step : snapshot.downline(clientId, 1, null, snapshot.childCount(clientId))
                .orElseThrow()
                .steps()) {
            var own = snapshot.client(step.id()).orElseThrow().netRevenue();
            var value = own + gamma * downstream(snapshot, step.id(), gamma);
            branches.add(new Influence.Branch(step.id(), value, total == 0 ? 0 : value / total));
        }
        branches.sort(Comparator.comparingDouble(Influence.Branch::value)
                .reversed()
                .thenComparing(Influence.Branch::clientId));
        return branches.subList(0, Math.min(first, branches.size()));
    }

    /** One page of the clients who fit, highest measure first; equals by generation, then as the forest numbers them. */
    public InfluenceConnection ranking(InfluenceMeasure by, Map<String, Object> filter, Paging paging) {
        var rule = rule();
        var rankable = rankable(fitting(filter));
        return by.isOfTheRun() ? ofTheRun(by, rankable, paging) : asOfNow(by, rule, rankable, paging);
    }

    /** Who would enter and leave the first of the ranking, were a rule in force. */
    public RulePreview preview(InfluenceRule proposed, int top) {
        var standing = runs.current().orElse(null);
        if (standing == null) {
            return new RulePreview(top, List.of(), List.of(), null, 0);
        }
        var raw = Standing.raw(standing.forest(), proposed, pageRanks(standing));
        var weights = InfluenceRun.weights(proposed, standing.run().tieGraph());
        var facts = new InfluenceRun(
                standing.run().id(),
                standing.run().asOf(),
                proposed,
                standing.forest().size(),
                weights,
                standing.run().tieGraph());
        var numbers = IntStream.range(0, standing.forest().size()).toArray();
        var next = new Standing(facts, standing.forest(), numbers, raw, new int[numbers.length]);
        var rankable = rankable(null);
        var before = first(standing, rankable, top);
        var after = first(next, rankable, top);
        return new RulePreview(
                top,
                after.stream().filter(id -> !before.contains(id)).toList(),
                before.stream().filter(id -> !after.contains(id)).toList(),
                standing.run().asOf(),
                standing.size());
    }

    private InfluenceRule rule() {
        return runs.latest().map(InfluenceRun::rule).orElseGet(rules::current);
    }

    private static Influence of(String clientId, Standing standing) {
        var row = standing.row(clientId);
        return row.isPresent()
                ? Influence.of(clientId, standing, row.getAsInt())
                : Influence.unrated(clientId, standing.run().rule(), standing);
    }

    private static double downstream(Snapshot snapshot, String clientId, double gamma) {
        var value = 0.0;
        var weight = 1.0;
        for (var generation : snapshot.summary(clientId).orElseThrow().generations()) {
            value += weight * generation.netRevenue();
            weight *= gamma;
        }
        return value;
    }

    /** What someone so many steps up gets of a client's value, who is so deep down. */
    private static long share(Snapshot snapshot, String clientId, int depth, int steps) {
        var value = snapshot.client(clientId).orElseThrow().netRevenue();
        var chain = depth + 1L;
        return Math.floorDiv(value, chain) + (steps < Math.floorMod(value, chain) ? 1 : 0);
    }

    private InfluenceConnection ofTheRun(InfluenceMeasure by, Rankable rankable, Paging paging) {
        var standing = runs.current().orElse(null);
        if (standing == null) {
            var none = Basis.of(rules.current(), rules.current().parameters(), clock.instant(), 0);
            return InfluenceConnection.of(
                    Pages.of(0, position -> true, position -> Influence.unrated("", rules.current(), null), paging, 0L),
                    by,
                    none);
        }
        var ranking =
                by == InfluenceMeasure.SCORE ? standing.scores() : standing.component(InfluenceComponentName.PAGE_RANK);
        IntPredicate fits =
                position -> !standing.isGone(ranking.at(position)) && rankable.test(standing.id(ranking.at(position)));
        var page = Pages.of(
                ranking.size(),
                fits,
                position -> {
                    var row = ranking.at(position);
                    return Influence.of(standing.id(row), standing, row).at(ranking.place(row), ranking.value(row));
                },
                paging,
                rankable.count(standing.forest(), ranking.size()));
        var run = standing.run();
        return InfluenceConnection.of(
                page, by, Basis.of(run.rule(), run.rule().parameters(), run.asOf(), standing.size()));
    }

    private InfluenceConnection asOfNow(InfluenceMeasure by, InfluenceRule rule, Rankable rankable, Paging paging) {
        var present = figures.now(rule);
        var forest = present.forest();
        var ranking = present.ranking(by);
        var unit = by.isMoney() ? Math.pow(10, clinic.currency().getDefaultFractionDigits()) : 1;
        IntPredicate fits = position -> rankable.test(forest.id(ranking.at(position)));
        var page = Pages.of(
                ranking.size(),
                fits,
                position -> {
                    var number = ranking.at(position);
                    return of(forest.id(number)).at(ranking.place(number), ranking.value(number) / unit);
                },
                paging,
                rankable.count(forest, ranking.size()));
        var parameters = new ArrayList<>(rule.parameters());
        if (by == InfluenceMeasure.NETWORK_LOSS) {
            parameters.addAll(Assumptions.DEFAULT.parameters());
        }
        if (by == InfluenceMeasure.SPREAD) {
            parameters.add(Assumptions.DEFAULT.cascade());
        }
        return InfluenceConnection.of(page, by, Basis.of(rule, parameters, clock.instant(), forest.size()));
    }

    private Rankable rankable(@Nullable Set<String> fitting) {
        return new Rankable(fitting, consents.allOptedOut());
    }

    private @Nullable Set<String> fitting(Map<String, Object> filter) {
        Set<String> all = null;
        var own = new HashMap<String, Object>();
        for (var given : filter.entrySet()) {
            if (given.getValue() == null) {
                continue;
            }
            if (OWN_FILTERS.contains(given.getKey())) {
                own.put(given.getKey(), given.getValue());
                continue;
            }
            all = both(all, filter(given.getKey()).fitting(given.getValue()));
        }
        return own.isEmpty() ? all : both(all, stored(own));
    }

    private Set<String> stored(Map<String, Object> filter) {
        var parameters = new HashMap<String, Object>();
        parameters.put("region", filter.get("region"));
        parameters.put("channel", filter.get("channel"));
        var joined = filter.get("joinedBetween");
        parameters.put("joinedFrom", joined instanceof Map<?, ?> between ? (LocalDate) between.get("from") : null);
        parameters.put("joinedTo", joined instanceof Map<?, ?> between ? (LocalDate) between.get("to") : null);
        var found = new HashSet<String>();
        graph.each("influence/fitting", parameters, row -> found.add(row.text("clientId")));
        return found;
    }

    private InfluenceFilter filter(String field) {
        return filters.stream()
                .filter(known -> known.field().equals(field))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidInput("'%s' is no filter of this ranking.".formatted(Shown.shortly(field))));
    }

    private static Set<String> both(@Nullable Set<String> some, Set<String> others) {
        if (some == null) {
            return others;
        }
        var both = new HashSet<>(some);
        both.retainAll(others);
        return both;
    }

    private static double[] pageRanks(Standing standing) {
        var ranks = new double[standing.forest().size()];
        var ranking = standing.component(InfluenceComponentName.PAGE_RANK);
        for (var number = 0; number < ranks.length; number++) {
            var row = standing.row(standing.forest().id(number));
            ranks[number] = row.isPresent() ? ranking.value(row.getAsInt()) : 0;
        }
        return ranks;
    }

    private static List<String> first(Standing standing, Rankable rankable, int count) {
        var first = new ArrayList<String>();
        for (var position = 0; position < standing.size() && first.size() < count; position++) {
            var row = standing.scores().at(position);
            if (!standing.isGone(row) && rankable.test(standing.id(row))) {
                first.add(standing.id(row));
            }
        }
        return first;
    }

    /** Who may stand in a list: who fits the filter, and has not opted out. */
    private record Rankable(@Nullable Set<String> fitting, Set<String> optedOut) implements Predicate<String> {

        @Override
        public boolean test(String clientId) {
            return !optedOut.contains(clientId) && (fitting == null || fitting.contains(clientId));
        }

        /** How many of a forest's clients may stand in a list of all; null where there is a filter. */
        @Nullable
        Long count(Forest forest, int all) {
            if (fitting != null) {
                return null;
            }
            return all - optedOut.stream().filter(id -> forest.indexOf(id) >= 0).count();
        }
    }
}
