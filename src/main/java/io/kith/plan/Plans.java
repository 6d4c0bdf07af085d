package io.kith.plan;

import io.kith.client.Consents;
import io.kith.client.Purpose;
import io.kith.edge.Clinic;
import io.kith.graph.Graph;
import io.kith.influence.Parameter;
import io.kith.integrity.Findings;
import io.kith.integrity.Households;
import io.kith.plan.Choice.Option;
import io.kith.plan.RewardPlan.Line;
import io.kith.plan.RewardPlan.Refused;
import io.kith.referral.Network;
import io.kith.reward.Pack;
import io.kith.reward.Packs;
import io.kith.reward.Reckoning;
import io.kith.reward.RewardBasis;
import io.kith.reward.RewardCase;
import io.kith.reward.RewardKind;
import io.kith.reward.StaffClients;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Plans what to offer whom within a budget, under the pack in force: each offer passes the checks of a payout and is
 * reckoned by the code that reckons payouts, caps included. A plan is not stored and pays nothing.
 */
@Component
class Plans {

    private static final int CANDIDATES = 200;

    private final Graph graph;
    private final Network network;
    private final Packs packs;
    private final Consents consents;
    private final StaffClients staff;
    private final Households households;
    private final Findings findings;
    private final Clinic clinic;
    private final Clock clock;

    Plans(
            Graph graph,
            Network network,
            Packs packs,
            Consents consents,
            StaffClients staff,
            Households households,
            Findings findings,
            Clinic clinic,
            Clock clock) {
        this.graph = graph;
        this.network = network;
        this.packs = packs;
        this.consents = consents;
        this.staff = staff;
        this.households = households;
        this.findings = findings;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** The best plan under the terms that is found, and how far from the best it can be. */
    RewardPlan plan(PlanTerms terms) {
        var pack = packs.required().pack();
        var candidates = candidates(terms);
        var response = response(terms, candidates);
        var offers = offers(pack);
        var facts = new Facts(pack, candidates.keySet());
        var lines = new ArrayList<List<Line>>();
        var refused = new ArrayList<Refused>();
        for (var candidate : candidates.entrySet()) {
            var id = candidate.getKey();
            var reason = facts.against(id);
            var possible = new ArrayList<Line>();
            for (var offer : offers) {
                var assumed = facts.assumed(id, offer, response.spend());
                var refusal = assumed.refusedBy(pack);
                if (reason == null && refusal != null) {
                    reason = refusal.name();
                }
                if (reason == null) {
                    possible.add(line(id, candidate.getValue(), offer, pack, assumed, facts, response));
                }
            }
            if (reason == null) {
                lines.add(possible);
            } else {
                refused.add(new Refused(id, reason));
            }
        }
        return plan(terms, pack, response, lines, refused, candidates.size());
    }

    private RewardPlan plan(
            PlanTerms terms, Pack pack, Response response, List<List<Line>> lines, List<Refused> refused, int looked) {
        var options = lines.stream().map(Plans::options).toList();
        var chosen = Choice.best(options, terms.budget());
        var taken = new ArrayList<Line>();
        for (var number = 0; number < lines.size(); number++) {
            var option = chosen.options().get(number);
            if (option > 0) {
                taken.add(lines.get(number).get(option - 1));
            }
        }
        taken.sort(Comparator.comparingLong(Line::expectedValue).reversed().thenComparing(Line::clientId));
        return new RewardPlan(
                pack.name(),
                pack.version(),
                chosen.method(),
                terms.budget(),
                chosen.cost(),
                chosen.value(),
                chosen.bound(),
                chosen.gap(),
                taken,
                refused,
                assumptions(terms, response),
                looked,
                clock.instant());
    }

    private static List<Option> options(List<Line> possible) {
        var options = new ArrayList<Option>();
        options.add(new Option(0, 0));
        possible.forEach(line -> options.add(new Option(line.expectedCost(), line.expectedValue())));
        return options;
    }

    private Line line(
            String id, int converted, Offer offer, Pack pack, RewardCase assumed, Facts facts, Response response) {
        var perFriend = Reckoning.of(offer.of(pack), assumed).whole();
        var room = facts.room(id, offer.kind(), response.terms().months());
        var cost = response.cost(converted, perFriend, room);
        return new Line(
                id,
                offer.kind(),
                offer.basisPoints(),
                perFriend,
                response.friendsAnyway(converted),
                response.friends(converted, perFriend),
                cost,
                response.value(converted, perFriend, cost),
                List.of(
                        "kind allowed by the pack",
                        "generation " + assumed.generation(),
                        "no exclusion of the pack",
                        "consents of the referrer",
                        "capped per referral and period",
                        "not opted out",
                        "no finding that holds payouts"));
    }

    /** What each year brought of the candidates, in the order they are looked at. */
    private Map<String, Integer> candidates(PlanTerms terms) {
        var since = clinic.startOf(clinic.today(clock).minusYears(1)).atOffset(ZoneOffset.UTC);
        var found = new LinkedHashMap<String, Integer>();
        if (terms.candidateIds() == null) {
            graph.each(
                    "plan/candidates",
                    Map.of("since", since, "limit", CANDIDATES),
                    row -> found.put(row.text("clientId"), row.count("converted")));
        } else {
            graph.each(
                    "plan/converted-of",
                    Map.of("since", since, "ids", terms.candidateIds()),
                    row -> found.put(row.text("clientId"), row.count("converted")));
        }
        return found;
    }

    private Response response(PlanTerms terms, Map<String, Integer> candidates) {
        var mean = candidates.values().stream()
                .mapToInt(Integer::intValue)
                .average()
                .orElse(0);
        var forest = network.snapshot().flat();
        var converted = forest.converted(forest.roots(), forest.size());
        var spend = converted == 0 ? 0 : Math.max(0, forest.netRevenue(forest.roots(), forest.size()) / converted);
        return new Response(terms, mean, spend);
    }

    /** What the pack lets be offered in money or money's worth. */
    private static List<Offer> offers(Pack pack) {
        var offers = new ArrayList<Offer>();
        for (var kind : List.of(RewardKind.CASH, RewardKind.VOUCHER)) {
            if (kind == pack.visitKind()) {
                pack.steps().stream()
                        .map(step -> new Offer(RewardBasis.VISIT, kind, step.basisPoints()))
                        .distinct()
                        .forEach(offers::add);
                if (pack.fixed() != null) {
                    offers.add(new Offer(RewardBasis.VISIT, kind, null));
                }
            }
            if (pack.conversions().containsKey(kind)) {
                offers.add(new Offer(RewardBasis.CONVERSION, kind, null));
            }
        }
        return offers;
    }

    private List<Parameter> assumptions(PlanTerms terms, Response response) {
        var unit = Math.pow(10, clinic.currency().getDefaultFractionDigits());
        return List.of(
                assumed(
                        "maxLift",
                        terms.maxLift(),
                        "share of friends",
                        "as asked for; Ryu and Feick 2007 (Journal of Marketing 71) found that a reward adds referrals and that"
                                + " its size adds little, hence a curve that levels off"),
                assumed(
                        "halfway",
                        terms.halfway(),
                        "share of a friend's spend",
                        "as asked for; where 63 % of it is reached"),
                assumed("margin", terms.margin(), "share of net revenue", "as asked for"),
                assumed("months", terms.months(), "months", "as asked for"),
                assumed("priorYears", 1, "years", "a candidate's own year weighs as much as the mean of all"),
                assumed(
                        "insured",
                        0,
                        "share of visits",
                        "visits that an insurance pays for earn nothing under some packs"),
                assumed(
                        "consentOfFriends",
                        1,
                        "share of friends",
                        "those who do not consent earn nothing where the pack asks for it"),
                measured(
                        "meanConverted",
                        response.meanConverted(),
                        "friends a year",
                        "mean of the candidates' last year"),
                measured(
                        "spend",
                        response.spend() / unit,
                        clinic.currency().getCurrencyCode(),
                        "net revenue of all clients brought, a converted one"));
    }

    private static Parameter assumed(String name, double value, String unit, String why) {
        return new Parameter(name, value, unit, Parameter.Origin.OUR_DEFAULT, why);
    }

    private static Parameter measured(String name, double value, String unit, String why) {
        return new Parameter(name, value, unit, Parameter.Origin.CLINIC_DATA, why);
    }

    /**
     * One way to reward a friend that the pack allows.
     *
     * @param basisPoints the rate in hundredths of a percent, null for the pack's fixed amount
     */
    private record Offer(
            RewardBasis basis, RewardKind kind, @Nullable Integer basisPoints) {

        /** The pack with this rate and no other; all else stays. */
        Pack of(Pack pack) {
            return basisPoints == null ? pack : pack.at(basisPoints);
        }
    }

    /** What is known of the candidates, looked up for all of them at once. */
    private final class Facts {

        private final Pack pack;
        private final LocalDate today = clinic.today(clock);
        private final Set<String> optedOut = consents.allOptedOut();
        private final Set<String> underReview;
        private final Set<String> working;
        private final Set<String> ofStaff;
        private final Map<String, Set<Purpose>> given;
        private final Map<RewardKind, Map<String, Long>> earned = new HashMap<>();

        private Facts(Pack pack, Set<String> ids) {
            this.pack = pack;
            underReview = findings.underReview(ids);
            working = staff.among(ids);
            ofStaff = households.ofStaff(ids).keySet();
            given = pack.consentsOfReferrer().isEmpty() ? Map.of() : consents.given(ids);
            for (var kind : List.of(RewardKind.CASH, RewardKind.VOUCHER)) {
                var sums = new HashMap<String, Long>();
                graph.each(
                        "plan/earned",
                        Map.of("ids", List.copyOf(ids), "kind", kind.name(), "period", period(kind)),
                        row -> sums.put(row.text("clientId"), row.number("amount")));
                earned.put(kind, sums);
            }
        }

        private String period(RewardKind kind) {
            return pack.limits(kind).period().of(today);
        }

        /** Why a candidate is offered nothing, whatever it be. */
        @Nullable
        String against(String id) {
            if (optedOut.contains(id)) {
                return "OPTED_OUT";
            }
            return underReview.contains(id) ? "UNDER_REVIEW" : null;
        }

        RewardCase assumed(String id, Offer offer, long spend) {
            return new RewardCase(
                    RewardCase.PAY_DEPTH,
                    offer.basis(),
                    offer.kind(),
                    spend,
                    0,
                    today,
                    today,
                    null,
                    working.contains(id),
                    ofStaff.contains(id) && !working.contains(id),
                    false,
                    false,
                    given.getOrDefault(id, Set.of()),
                    pack.consentsOfFriend(),
                    0,
                    0);
        }

        /** What the cap a period leaves over the months ahead. */
        long room(String id, RewardKind kind, int months) {
            var limits = pack.limits(kind);
            if (limits.perPeriod() == null) {
                return Long.MAX_VALUE;
            }
            var last = today.plusMonths(months);
            var periods = 1L;
            for (var day = today; day.isBefore(last); day = day.plusMonths(1)) {
                periods += limits.period().of(day).equals(limits.period().of(day.plusMonths(1))) ? 0 : 1;
            }
            var all = Math.multiplyExact(limits.perPeriod(), periods);
            var before = earned.getOrDefault(kind, Map.of()).getOrDefault(id, 0L);
            return Math.max(0, Math.subtractExact(all, before));
        }
    }
}
