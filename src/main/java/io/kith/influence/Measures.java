package io.kith.influence;

import io.kith.referral.Forest;

/**
 * The measures of the design over a whole forest, each one pass over arrays: since a parent's number is always smaller
 * than her children's, going down the numbers meets every client after all clients below her.
 *
 * <p>Values are by number, money in minor units. F_γ(v; w) = Σ over u below v of w(u) · γ^(depth(u) − depth(v)).
 */
final class Measures {

    private Measures() {}

    /** Net revenue of all time, by number. */
    static long[] netRevenues(Forest forest) {
        var values = new long[forest.size()];
        for (var number = 0; number < values.length; number++) {
            values[number] = forest.netRevenue(number);
        }
        return values;
    }

    /** D_γ = F_γ / γ: what a client's children are worth, each with γ times what is below her. For ranking, never for sums. */
    static double[] downstream(Forest forest, double gamma, long[] values) {
        var downstream = new double[forest.size()];
        for (var number = downstream.length - 1; number >= forest.roots(); number--) {
            downstream[forest.parent(number)] += values[number] + gamma * downstream[number];
        }
        return downstream;
    }

    /** F_δ: what is below a client, each generation weighed by δ once more. */
    static double[] below(Forest forest, double delta, long[] values) {
        var below = downstream(forest, delta, values);
        for (var number = 0; number < below.length; number++) {
            below[number] *= delta;
        }
        return below;
    }

    /** 1 + F_p(v; 1): the expected size of a cascade that starts at a client and takes each link with probability p. */
    static double[] spread(Forest forest, double p) {
        var spread = new double[forest.size()];
        for (var number = spread.length - 1; number >= 0; number--) {
            spread[number] += 1;
            if (number >= forest.roots()) {
                spread[forest.parent(number)] += p * spread[number];
            }
        }
        return spread;
    }

    /** Σ over generation 1. */
    static long[] direct(Forest forest, long[] values) {
        var direct = new long[forest.size()];
        for (var number = forest.roots(); number < direct.length; number++) {
            var parent = forest.parent(number);
            direct[parent] = Math.addExact(direct[parent], values[number]);
        }
        return direct;
    }

    /**
     * Each client's value split equally over everyone on the chain from the root to her, herself included; the sum over
     * all clients is Σ values exactly. All shares of one value are equal, so all remainders are: the minor units left over
     * go one each to the client herself, then to who brought her, and so on up. Thus a refund touches no other chain.
     */
    static long[] chainCredit(Forest forest, long[] values) {
        var credit = new long[forest.size()];
        var ancestors = new Ancestors(forest);
        for (var depth = 0; depth < forest.generations(); depth++) {
            var chain = depth + 1;
            for (var number = forest.generationStart(depth); number < forest.generationStart(depth + 1); number++) {
                credit[number] = Math.addExact(credit[number], Math.floorDiv(values[number], (long) chain));
                var left = (int) Math.floorMod(values[number], (long) chain);
                if (left > 0) {
                    credit[number]++;
                    credit[ancestors.above(number, left, depth)]--;
                }
            }
        }
        for (var number = credit.length - 1; number >= forest.roots(); number--) {
            credit[forest.parent(number)] = Math.addExact(credit[forest.parent(number)], credit[number]);
        }
        return credit;
    }

    /** How many of the clients brought directly converted, by number. */
    static double[] convertedReferrals(Forest forest) {
        var converted = new double[forest.size()];
        for (var number = 0; number < converted.length; number++) {
            converted[number] = forest.converted(forest.firstChild(number), forest.firstChild(number + 1));
        }
        return converted;
    }

    /** The Wilson lower bound of each client's conversion, 0 for who brought nobody. */
    static double[] conversion(Forest forest, double z) {
        var conversion = new double[forest.size()];
        for (var number = 0; number < conversion.length; number++) {
            var from = forest.firstChild(number);
            var to = forest.firstChild(number + 1);
            conversion[number] = wilson(forest.converted(from, to), to - from, z);
        }
        return conversion;
    }

    /** The lower bound of Wilson's score interval for a share, 0 where nothing was tried (Wilson 1927). */
    static double wilson(int successes, int tries, double z) {
        if (tries == 0) {
            return 0;
        }
        var share = (double) successes / tries;
        var spread = z * Math.sqrt(share * (1 - share) / tries + z * z / (4.0 * tries * tries));
        return Math.max(0, (share + z * z / (2.0 * tries) - spread) / (1 + z * z / tries));
    }
}
