package io.kith.influence;

import io.kith.referral.Forest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Whom to ask, one by one, each time who adds most to f(S) = expected cascade in the forest + β · Σ over circles of
 * (size − 1) · (1 − (1 − q)^(asked in it)).
 *
 * <p>Both parts are monotone and submodular, so the greedy choice reaches at least 1 − 1/e of the best (Nemhauser, Wolsey
 * and Fisher 1978), and an old gain is a bound for the new one, so most are never reckoned again (lazy evaluation,
 * Leskovec et al. 2007). Gains are exact: a client's cascade ends where somebody asked stands, and whoever stands above
 * has reached her already with p to the power of the generations between.
 */
final class AskChoice {

    /** Who may be asked; told in advance whose turn may come next. */
    interface Doors {

        void next(List<Integer> numbers);

        boolean open(int number);
    }

    /** Somebody chosen: what she adds, and the cascade that starts at her. */
    record Chosen(int number, double gain, double spread) {}

    private static final int AHEAD = 200;

    private record Candidate(int number, double bound, int reckonedAt) {}

    private final Forest forest;
    private final double p;
    private final double beta;
    private final double reach;
    private final int[] circles;
    private final int[] circleSizes;
    private final int[] askedInCircle;
    private final double[] cascade;
    private final BitSet asked = new BitSet();
    private final List<Chosen> chosen = new ArrayList<>();
    private int reckoned;

    /** @param circles by number, -1 for none */
    AskChoice(Forest forest, double p, int[] circles, double beta, double reach) {
        this.forest = forest;
        this.p = p;
        this.circles = circles;
        this.beta = beta;
        this.reach = reach;
        cascade = Measures.spread(forest, p);
        var most = -1;
        for (var circle : circles) {
            most = Math.max(most, circle);
        }
        circleSizes = new int[most + 1];
        askedInCircle = new int[most + 1];
        for (var circle : circles) {
            if (circle >= 0) {
                circleSizes[circle]++;
            }
        }
    }

    /** Chooses up to so many who may be asked; whether one may is looked up only when her turn comes. */
    List<Chosen> choose(int count, Doors doors) {
        var gains = new double[forest.size()];
        for (var number = 0; number < gains.length; number++) {
            gains[number] = gain(number);
        }
        var order = Ranking.of(gains);
        var candidates = new PriorityQueue<Candidate>(
                Comparator.comparingDouble(Candidate::bound).reversed().thenComparingInt(Candidate::number));
        var next = 0;
        while (chosen.size() < count) {
            while (next < order.size()
                    && (candidates.isEmpty()
                            || order.value(order.at(next))
                                    >= candidates.element().bound())) {
                if (next % AHEAD == 0) {
                    doors.next(ahead(order, next));
                }
                var number = order.at(next++);
                if (doors.open(number)) {
                    candidates.add(new Candidate(number, gains[number], 0));
                }
            }
            var best = candidates.poll();
            if (best == null) {
                break;
            }
            if (best.reckonedAt() == chosen.size()) {
                take(best.number());
            } else {
                reckoned++;
                candidates.add(new Candidate(best.number(), gain(best.number()), chosen.size()));
            }
        }
        return List.copyOf(chosen);
    }

    /** How many gains were reckoned again. */
    int reckoned() {
        return reckoned;
    }

    /** What asking one more adds. */
    double gain(int number) {
        return (1 - alreadyReached(number)) * cascade[number] + circleGain(number);
    }

    void take(int number) {
        chosen.add(new Chosen(number, gain(number), cascade[number]));
        var lost = cascade[number];
        for (var above = forest.parent(number); above >= 0 && !asked.get(above); above = forest.parent(above)) {
            lost *= p;
            cascade[above] -= lost;
        }
        asked.set(number);
        if (circles[number] >= 0) {
            askedInCircle[circles[number]]++;
        }
    }

    private static List<Integer> ahead(Ranking order, int from) {
        var ahead = new ArrayList<Integer>();
        for (var position = from; position < Math.min(order.size(), from + AHEAD); position++) {
            ahead.add(order.at(position));
        }
        return ahead;
    }

    /** The chance that somebody asked above has reached her. */
    private double alreadyReached(int number) {
        var chance = 1.0;
        for (var at = number; at >= 0; at = forest.parent(at)) {
            if (asked.get(at)) {
                return chance;
            }
            chance *= p;
        }
        return 0;
    }

    private double circleGain(int number) {
        var circle = circles[number];
        return circle < 0 ? 0 : beta * (circleSizes[circle] - 1) * reach * Math.pow(1 - reach, askedInCircle[circle]);
    }
}
