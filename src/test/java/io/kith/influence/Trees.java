package io.kith.influence;

import io.kith.referral.Forest;
import io.kith.referral.ForestBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A small forest by names, and the measures written down recursively from their definitions. */
final class Trees {

    private final Map<String, @Nullable String> referrers = new LinkedHashMap<>();
    private final Map<String, Long> values = new HashMap<>();
    private final Map<String, Boolean> converted = new HashMap<>();

    /** A→B A→C B→D B→E C→F D→G H→I, amounts in minor units of two decimals. */
    static Trees fixture() {
        return new Trees()
                .with("A", null, 1_000_000)
                .with("B", "A", 800_000)
                .with("C", "A", 300_000)
                .with("D", "B", 1_200_000)
                .with("E", "B", 200_000)
                .with("F", "C", 500_000)
                .with("G", "D", 400_000)
                .with("H", null, 2_000_000)
                .with("I", "H", 100_000);
    }

    static Trees random(Random random, int size, int greatest) {
        var trees = new Trees();
        var deep = random.nextBoolean();
        for (var number = 0; number < size; number++) {
            var near = deep ? Math.max(0, number - 3) : 0;
            var referrer = number == 0 || random.nextInt(4) == 0 ? null : "n" + (near + random.nextInt(number - near));
            trees.with("n" + number, referrer, random.nextInt(greatest + 1));
            trees.converted.put("n" + number, referrer != null && random.nextBoolean());
        }
        return trees;
    }

    Trees with(String name, @Nullable String referrer, long value) {
        referrers.put(name, referrer);
        values.put(name, value);
        converted.put(name, referrer != null && value > 0);
        return this;
    }

    Forest forest() {
        var builder = new ForestBuilder();
        referrers.forEach((name, referrer) -> builder.add(name, referrer, values.get(name), converted.get(name), 1));
        return builder.build();
    }

    List<String> names() {
        return List.copyOf(referrers.keySet());
    }

    long value(String name) {
        return values.get(name);
    }

    @Nullable
    String referrer(String name) {
        return referrers.get(name);
    }

    List<String> children(String name) {
        return referrers.keySet().stream()
                .filter(child -> name.equals(referrers.get(child)))
                .toList();
    }

    boolean converted(String name) {
        return converted.get(name);
    }

    /** F_γ(v; w) by its recursion. */
    double below(String name, double gamma) {
        return children(name).stream()
                .mapToDouble(child -> gamma * (values.get(child) + below(child, gamma)))
                .sum();
    }

    double countBelow(String name, double p) {
        return children(name).stream()
                .mapToDouble(child -> p * (1 + countBelow(child, p)))
                .sum();
    }

    long direct(String name) {
        return children(name).stream().mapToLong(values::get).sum();
    }

    /** The chain from a client up to her root. */
    List<String> chain(String name) {
        var chain = new ArrayList<String>();
        for (String at = name; at != null; at = referrers.get(at)) {
            chain.add(at);
        }
        return chain;
    }

    /** Chain credit dealt out client by client, one minor unit at a time from the client upwards for what is left. */
    Map<String, Long> chainCredit() {
        var credit = new HashMap<String, Long>();
        for (var name : referrers.keySet()) {
            var chain = chain(name);
            var left = values.get(name) % chain.size();
            for (var step = 0; step < chain.size(); step++) {
                credit.merge(chain.get(step), values.get(name) / chain.size() + (step < left ? 1 : 0), Long::sum);
            }
        }
        return credit;
    }

    /** Σ values of the clients whose whole chain is in the coalition. */
    long worth(List<String> coalition) {
        return coalition.stream()
                .filter(name -> coalition.containsAll(chain(name)))
                .mapToLong(values::get)
                .sum();
    }

    /** The Shapley value by the formula over all subsets. */
    double shapley(String player) {
        var others = new ArrayList<>(names());
        others.remove(player);
        var total = 0.0;
        for (var mask = 0; mask < 1 << others.size(); mask++) {
            var without = pick(others, mask);
            var with = new ArrayList<>(without);
            with.add(player);
            var weight = factorial(without.size())
                    * factorial(others.size() - without.size())
                    / factorial(others.size() + 1);
            total += weight * (worth(with) - worth(without));
        }
        return total;
    }

    /** The expected size of a cascade from one client, over all ways the links can turn out. */
    double cascade(String start, double p) {
        return cascade(List.of(start), p);
    }

    /** The expected number of clients reached from several, over all ways the links can turn out. */
    double cascade(List<String> starts, double p) {
        var friends = referrers.keySet().stream()
                .filter(name -> referrers.get(name) != null)
                .toList();
        var expected = 0.0;
        for (var mask = 0; mask < 1 << friends.size(); mask++) {
            var live = pick(friends, mask);
            var chance = Math.pow(p, live.size()) * Math.pow(1 - p, friends.size() - live.size());
            var reached = referrers.keySet().stream()
                    .filter(name -> isReached(name, starts, live))
                    .count();
            expected += chance * reached;
        }
        return expected;
    }

    private boolean isReached(String name, List<String> starts, List<String> live) {
        if (starts.contains(name)) {
            return true;
        }
        var referrer = referrers.get(name);
        return referrer != null && live.contains(name) && isReached(referrer, starts, live);
    }

    static List<String> pick(List<String> from, int mask) {
        var picked = new ArrayList<String>();
        for (var place = 0; place < from.size(); place++) {
            if ((mask & 1 << place) != 0) {
                picked.add(from.get(place));
            }
        }
        return Collections.unmodifiableList(picked);
    }

    private static double factorial(int number) {
        return number < 2 ? 1 : number * factorial(number - 1);
    }
}
