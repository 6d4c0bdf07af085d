package io.kith.plan;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One option of each line, so that their value together is greatest and their cost within a budget: a multiple-choice
 * knapsack. The first option of a line is to offer nothing, at no cost and of no value.
 *
 * <p>Few lines are solved exactly, by the states that nothing beats (dearer must be worth more). Many are solved by
 * Lagrangian relaxation: at a price λ on cost each line chooses by itself, and
 * L(λ) = Σ max(value − λ · cost) + λ · budget bounds every choice from above; what budget is left is filled greedily.
 * Whole numbers throughout: λ is a fraction over 2^20.
 */
final class Choice {

    /** More states than this are not kept; the lines are then too many for the exact way. */
    static final int MOST_STATES = 50_000;

    private static final int MOST_LINES = 60;
    private static final int PRICE_BITS = 20;

    /** What may be offered in a line, in minor units. */
    record Option(long cost, long value) {}

    /** How a choice was found. */
    enum Method {
        EXACT,
        LAGRANGIAN
    }

    /**
     * A choice.
     *
     * @param options the place of the option chosen in each line
     * @param bound what no choice within the budget can exceed
     */
    record Chosen(List<Integer> options, long cost, long value, long bound, Method method) {

        /** What may be missing to the best choice, of the bound: 0 for an exact one. */
        double gap() {
            return bound == 0 ? 0 : (double) (bound - value) / bound;
        }
    }

    private final List<List<Option>> lines;
    private final long budget;

    private Choice(List<List<Option>> lines, long budget) {
        this.lines = lines;
        this.budget = budget;
    }

    /** The best choice where there are few lines, else a good one and how far from the best it can be. */
    static Chosen best(List<List<Option>> lines, long budget) {
        var choice = new Choice(lines, budget);
        var exact = lines.size() <= MOST_LINES ? choice.exact() : null;
        return exact == null ? choice.relaxed() : exact;
    }

    /** A good choice and how far from the best it can be, however few lines there are. */
    static Chosen relaxed(List<List<Option>> lines, long budget) {
        return new Choice(lines, budget).relaxed();
    }

    /** A choice for the first lines: what it costs and is worth, and the state and option it was made by. */
    private record State(long cost, long value, int before, int option) {}

    private @Nullable Chosen exact() {
        var stages = new ArrayList<List<State>>();
        stages.add(List.of(new State(0, 0, -1, 0)));
        for (var line : lines) {
            var states = undominated(extended(stages.get(stages.size() - 1), line));
            if (states.size() > MOST_STATES) {
                return null;
            }
            stages.add(states);
        }
        var last = stages.get(lines.size());
        var best = last.size() - 1;
        var options = new Integer[lines.size()];
        var at = best;
        for (var line = lines.size(); line > 0; line--) {
            var state = stages.get(line).get(at);
            options[line - 1] = state.option();
            at = state.before();
        }
        var value = last.get(best).value();
        return new Chosen(List.of(options), last.get(best).cost(), value, value, Method.EXACT);
    }

    private List<State> extended(List<State> states, List<Option> line) {
        var extended = new ArrayList<State>();
        for (var before = 0; before < states.size(); before++) {
            for (var option = 0; option < line.size(); option++) {
                var cost = Math.addExact(
                        states.get(before).cost(), line.get(option).cost());
                var value = Math.addExact(
                        states.get(before).value(), line.get(option).value());
                if (cost <= budget) {
                    extended.add(new State(cost, value, before, option));
                }
            }
        }
        return extended;
    }

    /** In order of cost, each worth more than all cheaper ones. */
    private static List<State> undominated(List<State> states) {
        states.sort(Comparator.comparingLong(State::cost)
                .thenComparing(Comparator.comparingLong(State::value).reversed()));
        var kept = new ArrayList<State>();
        for (var state : states) {
            if (kept.isEmpty() || state.value() > kept.get(kept.size() - 1).value()) {
                kept.add(state);
            }
        }
        return kept;
    }

    private Chosen relaxed() {
        var low = BigInteger.ZERO;
        var high = highestPrice();
        var options = cheapest(high);
        var bound = bound(high, options);
        while (high.subtract(low).compareTo(BigInteger.ONE) > 0) {
            var middle = low.add(high).shiftRight(1);
            var at = cheapest(middle);
            bound = bound.min(bound(middle, at));
            if (cost(at) <= budget) {
                high = middle;
                options = at;
            } else {
                low = middle;
            }
        }
        var free = cheapest(BigInteger.ZERO);
        bound = bound.min(bound(BigInteger.ZERO, free));
        fill(options);
        return new Chosen(
                List.copyOf(options), cost(options), value(options), bound.longValueExact(), Method.LAGRANGIAN);
    }

    /** Above this price nothing that costs anything is chosen. */
    private BigInteger highestPrice() {
        var highest = BigInteger.ONE;
        for (var line : lines) {
            for (var option : line) {
                if (option.cost() > 0 && option.value() > 0) {
                    highest = highest.max(scaled(option.value()).divide(BigInteger.valueOf(option.cost())));
                }
            }
        }
        return highest.add(BigInteger.ONE);
    }

    /** Each line's best option at a price, the cheaper one of equals. */
    private List<Integer> cheapest(BigInteger price) {
        var options = new ArrayList<Integer>();
        for (var line : lines) {
            var best = 0;
            for (var option = 1; option < line.size(); option++) {
                var better = net(line.get(option), price).compareTo(net(line.get(best), price));
                if (better > 0
                        || better == 0
                                && line.get(option).cost() < line.get(best).cost()) {
                    best = option;
                }
            }
            options.add(best);
        }
        return options;
    }

    /** L(λ), rounded up. */
    private BigInteger bound(BigInteger price, List<Integer> options) {
        var sum = price.multiply(BigInteger.valueOf(budget));
        for (var line = 0; line < lines.size(); line++) {
            sum = sum.add(net(lines.get(line).get(options.get(line)), price));
        }
        var ceiling = BigInteger.ONE.shiftLeft(PRICE_BITS).subtract(BigInteger.ONE);
        return sum.add(ceiling).shiftRight(PRICE_BITS);
    }

    /** Spends what is left: again and again the exchange that adds most for what it costs. */
    private void fill(List<Integer> options) {
        while (true) {
            var left = budget - cost(options);
            var bestLine = -1;
            var bestOption = -1;
            var bestGain = 0L;
            var bestCost = 1L;
            for (var line = 0; line < lines.size(); line++) {
                var now = lines.get(line).get(options.get(line));
                for (var option = 0; option < lines.get(line).size(); option++) {
                    var gain = lines.get(line).get(option).value() - now.value();
                    var more = lines.get(line).get(option).cost() - now.cost();
                    if (gain > 0 && more <= left && isBetter(gain, Math.max(1, more), bestGain, bestCost)) {
                        bestLine = line;
                        bestOption = option;
                        bestGain = gain;
                        bestCost = Math.max(1, more);
                    }
                }
            }
            if (bestLine < 0) {
                return;
            }
            options.set(bestLine, bestOption);
        }
    }

    private static boolean isBetter(long gain, long cost, long otherGain, long otherCost) {
        return BigInteger.valueOf(gain)
                        .multiply(BigInteger.valueOf(otherCost))
                        .compareTo(BigInteger.valueOf(otherGain).multiply(BigInteger.valueOf(cost)))
                > 0;
    }

    private static BigInteger net(Option option, BigInteger price) {
        return scaled(option.value()).subtract(price.multiply(BigInteger.valueOf(option.cost())));
    }

    private static BigInteger scaled(long value) {
        return BigInteger.valueOf(value).shiftLeft(PRICE_BITS);
    }

    private long cost(List<Integer> options) {
        var sum = 0L;
        for (var line = 0; line < lines.size(); line++) {
            sum = Math.addExact(sum, lines.get(line).get(options.get(line)).cost());
        }
        return sum;
    }

    private long value(List<Integer> options) {
        var sum = 0L;
        for (var line = 0; line < lines.size(); line++) {
            sum = Math.addExact(sum, lines.get(line).get(options.get(line)).value());
        }
        return sum;
    }
}
