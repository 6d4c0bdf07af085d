package io.kith.influence;

import io.kith.client.Consents;
import io.kith.edge.Clinic;
import io.kith.edge.InvalidInput;
import io.kith.edge.Paging;
import io.kith.graph.Graph;
import io.kith.referral.Forest;
import io.kith.referral.Network;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a client's leaving is associated with: her own value, her network, her ties, the clients she would have brought. */
@Component
public class NetworkRisks {

    private static final double LONGEST = 60;
    private static final int MOST_BRANCHES = 200;

    private final Graph graph;
    private final Network network;
    private final Consents consents;
    private final Clinic clinic;
    private final Clock clock;

    NetworkRisks(Graph graph, Network network, Consents consents, Clinic clinic, Clock clock) {
        this.graph = graph;
        this.network = network;
        this.consents = consents;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** @param months since she left; the lift in her neighbours' hazard has decayed by then */
    public NetworkRisk of(String clientId, double months) {
        var assumptions = assumptions(months);
        var forest = network.snapshot().flat();
        var number = forest.indexOf(clientId);
        var values = new Values(forest);
        var tied = new HashSet<String>();
        graph.each("influence/bonds-of", Map.of("clientId", clientId), row -> tied.add(row.text("otherId")));
        var referrals = graph.one(
                        "influence/recent-referrals-of",
                        Map.of("clientId", clientId, "since", since(assumptions)),
                        row -> row.count("referrals"))
                .orElse(0);
        var delta = assumptions.delta();
        return new NetworkRisk(
                clientId,
                number < 0 ? 0 : forest.netRevenue(number),
                number < 0 ? 0 : below(forest, number, delta),
                tieLoss(forest, number, tied, delta),
                referrals * values.meanBrought(),
                number < 0 ? List.of() : branches(forest, number, delta),
                basis(assumptions, values));
    }

    /** One page of all clients who did not opt out of being ranked, most at risk first. */
    public NetworkRiskConnection ranking(double months, Paging paging) {
        var assumptions = assumptions(months);
        var forest = network.snapshot().flat();
        var values = new Values(forest);
        var delta = assumptions.delta();
        var loss = Measures.below(forest, delta, Measures.netRevenues(forest));
        var ties = tieLosses(forest, delta);
        var future = futureReferrals(forest, assumptions, values);
        var total = new double[forest.size()];
        for (var number = 0; number < total.length; number++) {
            total[number] = forest.netRevenue(number) + loss[number] + ties[number] + future[number];
        }
        var ranking = Ranking.of(total);
        var optedOut = consents.allOptedOut();
        var hidden = optedOut.stream().filter(id -> forest.indexOf(id) >= 0).count();
        var basis = basis(assumptions, values);
        return NetworkRiskConnection.of(
                Pages.of(
                        ranking.size(),
                        position -> !optedOut.contains(forest.id(ranking.at(position))),
                        position -> {
                            var number = ranking.at(position);
                            return new NetworkRisk(
                                    forest.id(number),
                                    forest.netRevenue(number),
                                    loss[number],
                                    ties[number],
                                    future[number],
                                    branches(forest, number, delta),
                                    basis);
                        },
                        paging,
                        ranking.size() - hidden),
                basis);
    }

    /** The mean worth of a client brought, counted in the clinic's own data. */
    private static final class Values {

        private final Forest forest;
        private final int brought;

        private Values(Forest forest) {
            this.forest = forest;
            brought = forest.size() - forest.roots();
        }

        double meanBrought() {
            return brought == 0 ? 0 : (double) forest.netRevenue(forest.roots(), forest.size()) / brought;
        }
    }

    private Basis basis(Assumptions assumptions, Values values) {
        var parameters = new ArrayList<>(assumptions.parameters());
        var unit = Math.pow(10, clinic.currency().getDefaultFractionDigits());
        parameters.add(new Parameter(
                "meanBrought",
                values.meanBrought() / unit,
                clinic.currency().getCurrencyCode(),
                Parameter.Origin.CLINIC_DATA,
                "mean net revenue of the %d clients somebody brought".formatted(values.brought)));
        return Basis.of(null, List.copyOf(parameters), clock.instant(), values.forest.size());
    }

    private static Assumptions assumptions(double months) {
        if (!(months >= 0 && months <= LONGEST)) {
            throw new InvalidInput("months is %s; it must lie between 0 and %s.".formatted(months, LONGEST));
        }
        return Assumptions.DEFAULT.after(months);
    }

    private LocalDate since(Assumptions assumptions) {
        return clinic.today(clock).minusMonths((long) assumptions.horizon());
    }

    /** F_δ of one client: each generation of her subtree is one range of numbers. */
    private static double below(Forest forest, int number, double delta) {
        var loss = 0.0;
        var weight = delta;
        var from = forest.firstChild(number);
        var to = forest.firstChild(number + 1);
        while (from < to) {
            loss += weight * forest.netRevenue(from, to);
            weight *= delta;
            var next = forest.firstChild(from);
            to = forest.firstChild(to);
            from = next;
        }
        return loss;
    }

    private static List<NetworkRisk.Branch> branches(Forest forest, int number, double delta) {
        var branches = new ArrayList<NetworkRisk.Branch>();
        for (var child = forest.firstChild(number); child < forest.firstChild(number + 1); child++) {
            branches.add(new NetworkRisk.Branch(
                    forest.id(child), delta * (forest.netRevenue(child) + below(forest, child, delta))));
        }
        branches.sort(Comparator.comparingDouble(NetworkRisk.Branch::loss)
                .reversed()
                .thenComparing(NetworkRisk.Branch::clientId));
        return List.copyOf(branches.subList(0, Math.min(MOST_BRANCHES, branches.size())));
    }

    private static double tieLoss(Forest forest, int number, Set<String> tied, double delta) {
        var loss = 0.0;
        for (var other : tied) {
            var neighbour = forest.indexOf(other);
            if (neighbour >= 0 && !isBelow(forest, number, neighbour)) {
                loss += delta * forest.netRevenue(neighbour);
            }
        }
        return loss;
    }

    private double[] tieLosses(Forest forest, double delta) {
        var losses = new double[forest.size()];
        var seen = new HashSet<Long>();
        graph.each("influence/bonds", Map.of(), row -> {
            var one = forest.indexOf(row.text("clientId"));
            var other = forest.indexOf(row.text("otherId"));
            if (one < 0 || other < 0 || one == other || !seen.add(pair(one, other))) {
                return;
            }
            losses[one] += isBelow(forest, one, other) ? 0 : delta * forest.netRevenue(other);
            losses[other] += isBelow(forest, other, one) ? 0 : delta * forest.netRevenue(one);
        });
        return losses;
    }

    private double[] futureReferrals(Forest forest, Assumptions assumptions, Values values) {
        var future = new double[forest.size()];
        graph.each("influence/recent-referrals", Map.of("since", since(assumptions)), row -> {
            var number = forest.indexOf(row.text("clientId"));
            if (number >= 0) {
                future[number] = row.count("referrals") * values.meanBrought();
            }
        });
        return future;
    }

    private static boolean isBelow(Forest forest, int above, int number) {
        var at = number;
        while (at > above) {
            at = forest.parent(at);
        }
        return at == above && number != above;
    }

    private static long pair(int one, int other) {
        return (long) Math.min(one, other) << 32 | Math.max(one, other);
    }
}
