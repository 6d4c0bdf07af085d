package io.kith.influence;

import io.kith.edge.Clinic;
import io.kith.edge.InvalidInput;
import io.kith.graph.Graph;
import io.kith.referral.Forest;
import io.kith.referral.Network;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What each channel brought: the clients who came by it, and everyone they brought since. */
@Component
public class ChannelReturns {

    private static final int LONGEST_WINDOW = 730;

    private final Graph graph;
    private final Network network;
    private final Revenues revenues;
    private final Clinic clinic;
    private final Clock clock;

    ChannelReturns(Graph graph, Network network, Revenues revenues, Clinic clinic, Clock clock) {
        this.graph = graph;
        this.network = network;
        this.revenues = revenues;
        this.clinic = clinic;
        this.clock = clock;
    }

    /**
     * All channels over a period of joining and of visits.
     *
     * @param window days after joining within which a client brought counts for the growth of a generation
     */
    public ChannelReturn of(@Nullable LocalDate from, @Nullable LocalDate to, int window) {
        Credits.checkPeriod(from, to);
        if (window < 1 || window > LONGEST_WINDOW) {
            throw new InvalidInput(
                    "window is %d; it must lie between 1 and %d days.".formatted(window, LONGEST_WINDOW));
        }
        var asOf = clock.instant();
        var forest = network.snapshot().flat();
        var arrivals = Arrivals.read(graph, forest);
        var spend = spend(from, to);
        spend.keySet().stream().filter(code -> arrivals.origin(code) < 0).forEach(arrivals::know);
        var sums = new Sums(forest, arrivals, window, clinic.dayOf(asOf));
        sums.add(revenues.of(forest, from, to), from, to);
        var lines = new ArrayList<ChannelReturn.Line>();
        for (var place = 0; place < arrivals.channels().size(); place++) {
            var code = arrivals.channels().get(place);
            lines.add(sums.line(place, code, spend.get(code)));
        }
        lines.sort((one, other) -> String.valueOf(one.channel()).compareTo(String.valueOf(other.channel())));
        lines.add(sums.line(Arrivals.UNKNOWN, null, null));
        var parameters =
                List.of(Parameter.ours("window", window, "days", "long enough for a first visit and a second thought"));
        return new ChannelReturn(from, to, lines, Basis.of(null, parameters, asOf, forest.size()));
    }

    private Map<String, Long> spend(@Nullable LocalDate from, @Nullable LocalDate to) {
        var spend = new HashMap<String, Long>();
        var parameters = Map.of(
                "from", from == null ? "0000-01" : from.toString().substring(0, 7),
                "to", to == null ? "9999-12" : to.toString().substring(0, 7));
        graph.each("influence/spend", parameters, row -> spend.put(row.text("channel"), row.number("amount")));
        return spend;
    }

    /** What adds up to the lines, one slot a channel and the last for none. */
    private static final class Sums {

        private final Forest forest;
        private final Arrivals arrivals;
        private final int window;
        private final LocalDate today;
        private final int[] first;
        private final int[] all;
        private final long[] direct;
        private final long[] chain;
        private final List<Map<Integer, int[]>> growth = new ArrayList<>();

        private Sums(Forest forest, Arrivals arrivals, int window, LocalDate today) {
            this.forest = forest;
            this.arrivals = arrivals;
            this.window = window;
            this.today = today;
            var slots = arrivals.channels().size() + 1;
            first = new int[slots];
            all = new int[slots];
            direct = new long[slots];
            chain = new long[slots];
            for (var slot = 0; slot < slots; slot++) {
                growth.add(new TreeMap<>());
            }
        }

        private void add(Revenues.Revenue revenue, @Nullable LocalDate from, @Nullable LocalDate to) {
            for (var depth = 0; depth < forest.generations(); depth++) {
                for (var number = forest.generationStart(depth); number < forest.generationStart(depth + 1); number++) {
                    var slot = slot(arrivals.origin(number));
                    var earned = depth == 0 ? direct : chain;
                    earned[slot] = Math.addExact(earned[slot], revenue.values()[number]);
                    if (arrivals.joinedWithin(number, from, to)) {
                        all[slot]++;
                        first[slot] += depth == 0 ? 1 : 0;
                        grow(growth.get(slot).computeIfAbsent(depth, ignored -> new int[3]), number);
                    }
                }
            }
            direct[slot(Arrivals.UNKNOWN)] = Math.addExact(direct[slot(Arrivals.UNKNOWN)], revenue.elsewhere());
        }

        /** cohort, brought, censored */
        private void grow(int[] counts, int number) {
            var joined = arrivals.joinedOn(number);
            if (joined == null || joined.plusDays(window).isAfter(today)) {
                counts[2]++;
                return;
            }
            counts[0]++;
            for (var child = forest.firstChild(number); child < forest.firstChild(number + 1); child++) {
                counts[1] += arrivals.broughtWithin(child, joined, joined.plusDays(window)) ? 1 : 0;
            }
        }

        private ChannelReturn.Line line(int origin, @Nullable String code, @Nullable Long spend) {
            var slot = slot(origin);
            var generations = new ArrayList<ChannelReturn.Generation>();
            growth.get(slot)
                    .forEach((generation, counts) ->
                            generations.add(new ChannelReturn.Generation(generation, counts[0], counts[1], counts[2])));
            return new ChannelReturn.Line(
                    code, spend, first[slot], all[slot], direct[slot], chain[slot], List.copyOf(generations));
        }

        private int slot(int origin) {
            return origin == Arrivals.UNKNOWN ? first.length - 1 : origin;
        }
    }
}
