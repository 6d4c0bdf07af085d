package io.kith.influence;

import io.kith.client.Consents;
import io.kith.client.ContactBlocks;
import io.kith.edge.Clinic;
import io.kith.graph.Graph;
import io.kith.graph.Row;
import io.kith.influence.AskChoice.Chosen;
import io.kith.referral.Forest;
import io.kith.referral.Network;
import io.kith.touchpoint.StaffTies;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whom to ask for a referral next: who adds most to those already on the list, of those who may be asked now. */
@Component
public class AskLists {

    private static final Duration AFTER_TREATMENT = Duration.ofHours(48);
    private static final double CIRCLE_WEIGHT = 0.1;
    private static final double CIRCLE_REACH = 0.1;
    private static final int MOST_LOOKED_UP = 10_000;
    private static final int MOST_PASSED_OVER = 200;

    private static final Set<String> NOT_LOOKED_UP = Set.of("NOT_LOOKED_UP");

    private static final String GUARANTEE =
            "Greedy with lazy evaluation over exact gains: the list reaches at least 1 − 1/e (63 %) of what the best list of"
                    + " this length among the clients who may be asked reaches, under the stated parameters.";

    private final Graph graph;
    private final Network network;
    private final InfluenceRuns runs;
    private final StaffTies staffTies;
    private final Consents consents;
    private final ObjectProvider<ContactBlocks> blocks;
    private final Clinic clinic;
    private final Clock clock;

    AskLists(
            Graph graph,
            Network network,
            InfluenceRuns runs,
            StaffTies staffTies,
            Consents consents,
            ObjectProvider<ContactBlocks> blocks,
            Clinic clinic,
            Clock clock) {
        this.graph = graph;
        this.network = network;
        this.runs = runs;
        this.staffTies = staffTies;
        this.consents = consents;
        this.blocks = blocks;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** The list as of now; circles are those of the latest run. */
    public AskList list(AskList.Terms terms) {
        var asOf = clock.instant();
        var forest = network.snapshot().flat();
        var standing = runs.current().orElse(null);
        var circles = circles(forest, standing);
        var doors = new Doors(forest, terms);
        var choice = new AskChoice(forest, terms.passingOn(), circles, CIRCLE_WEIGHT, CIRCLE_REACH);
        var sizes = sizes(circles);
        var entries = new ArrayList<AskList.Entry>();
        for (var chosen : choice.choose(terms.count(), doors)) {
            entries.add(entry(entries.size() + 1, forest, chosen, circles, sizes));
        }
        var rule = standing == null ? null : standing.run().rule();
        return new AskList(
                entries, doors.passedOver(), GUARANTEE, Basis.of(rule, parameters(terms), asOf, forest.size()));
    }

    private AskList.Entry entry(int place, Forest forest, Chosen chosen, int[] circles, Map<Integer, Integer> sizes) {
        var number = chosen.number();
        var id = forest.id(number);
        var circle = circles[number];
        var size = circle < 0 ? 0 : sizes.getOrDefault(circle, 0);
        var reason = String.format(
                Locale.ROOT,
                "Brought %d, of whom %d converted; a recommendation from her is expected to reach %.1f clients of her chain%s.",
                forest.childCount(number),
                forest.converted(forest.firstChild(number), forest.firstChild(number + 1)),
                chosen.spread(),
                size > 1 ? " and opens a circle of " + size : "");
        var ties = staffTies.of(id);
        var asker = ties.isEmpty()
                ? null
                : new AskList.Asker(ties.get(0).staffId(), ties.get(0).strength());
        return new AskList.Entry(
                place, id, chosen.gain(), chosen.spread(), circle < 0 ? null : circle, size, reason, asker);
    }

    private static int[] circles(Forest forest, @Nullable Standing standing) {
        var circles = new int[forest.size()];
        Arrays.fill(circles, -1);
        for (var number = 0; standing != null && number < circles.length; number++) {
            var row = standing.row(forest.id(number));
            circles[number] = row.isPresent() ? standing.circle(row.getAsInt()) : -1;
        }
        return circles;
    }

    private static Map<Integer, Integer> sizes(int[] circles) {
        var sizes = new HashMap<Integer, Integer>();
        for (var circle : circles) {
            sizes.merge(circle, 1, Integer::sum);
        }
        return sizes;
    }

    private static List<Parameter> parameters(AskList.Terms terms) {
        return List.of(
                Parameter.ours("passingOn", terms.passingOn(), "chance a link", "as asked for"),
                Parameter.ours(
                        "circleWeight",
                        CIRCLE_WEIGHT,
                        "clients for each of a circle",
                        "circles break ties, chains decide"),
                Parameter.ours("circleReach", CIRCLE_REACH, "share of a circle one member opens", "our judgement"),
                Parameter.ours(
                        "afterTreatment", AFTER_TREATMENT.toHours(), "hours", "nobody is asked while she recovers"),
                Parameter.ours("gapDays", terms.gapDays(), "days", "nobody is asked soon after another contact"),
                Parameter.ours("minMonths", terms.months(), "months", "trust comes before a favour"));
    }

    /** Who may be asked: looked up a few hundred at a time, and not without end. */
    private final class Doors implements AskChoice.Doors {

        private final Forest forest;
        private final AskList.Terms terms;
        private final Map<Integer, Set<String>> reasons = new HashMap<>();
        private final List<AskList.PassedOver> passedOver = new ArrayList<>();
        private int lookedUp;

        private Doors(Forest forest, AskList.Terms terms) {
            this.forest = forest;
            this.terms = terms;
        }

        @Override
        public void next(List<Integer> numbers) {
            if (lookedUp < MOST_LOOKED_UP) {
                lookUp(numbers);
            }
        }

        @Override
        public boolean open(int number) {
            var against = reasons.getOrDefault(number, NOT_LOOKED_UP);
            if (!against.isEmpty() && passedOver.size() < MOST_PASSED_OVER) {
                passedOver.add(new AskList.PassedOver(forest.id(number), against));
            }
            return against.isEmpty();
        }

        List<AskList.PassedOver> passedOver() {
            return passedOver;
        }

        private void lookUp(List<Integer> numbers) {
            var ids = new ArrayList<String>();
            numbers.forEach(number -> ids.add(forest.id(number)));
            numbers.forEach(number -> reasons.put(number, new TreeSet<>()));
            graph.each(
                    "influence/ask-facts",
                    parameters(ids),
                    row -> reasons(row).forEach(reason -> note(row.text("clientId"), reason)));
            consents.optedOut(ids).forEach(id -> note(id, "NO_CONSENT"));
            blocks.forEach(block -> block.blocked(ids).forEach(this::note));
            lookedUp += numbers.size();
        }

        private void note(String clientId, String reason) {
            reasons.computeIfAbsent(forest.indexOf(clientId), ignored -> new TreeSet<>())
                    .add(reason);
        }

        private Map<String, Object> parameters(List<String> ids) {
            var now = clock.instant();
            return Map.of(
                    "ids", ids,
                    "joinedAfter", clinic.today(clock).minusMonths(terms.months()),
                    "treatedAfter", now.minus(AFTER_TREATMENT).atOffset(ZoneOffset.UTC),
                    "contactedAfter",
                            now.minus(Duration.ofDays(terms.gapDays())).atOffset(ZoneOffset.UTC));
        }

        private static List<String> reasons(Row row) {
            var reasons = new ArrayList<String>();
            if (row.flag("tooNew")) {
                reasons.add("TOO_NEW");
            }
            if (row.flag("justTreated")) {
                reasons.add("JUST_TREATED");
            }
            if (row.flag("recentlyContacted")) {
                reasons.add("RECENTLY_CONTACTED");
            }
            return reasons;
        }
    }
}
