package io.kith.influence;

import io.kith.referral.Forest;
import org.jspecify.annotations.Nullable;

/**
 * Finds the client so many steps above another: by walking in a flat forest, by jump pointers in a deep one (Myers 1983),
 * so that a chain of a million costs no more than a million short ones.
 */
final class Ancestors {

    private static final int FLAT = 64;

    private final Forest forest;
    private final int @Nullable [] jumps;
    private final int @Nullable [] depths;

    Ancestors(Forest forest) {
        this.forest = forest;
        depths = forest.generations() <= FLAT ? null : depths(forest);
        jumps = depths == null ? null : jumps(forest, depths);
    }

    /** @param depth of the client; steps is at most that */
    int above(int number, int steps, int depth) {
        return jumps == null || depths == null ? walked(number, steps) : jumped(number, depth - steps, jumps, depths);
    }

    private int walked(int number, int steps) {
        var at = number;
        for (var left = steps; left > 0; left--) {
            at = forest.parent(at);
        }
        return at;
    }

    private int jumped(int number, int depth, int[] far, int[] deep) {
        var at = number;
        while (deep[at] > depth) {
            at = deep[far[at]] >= depth ? far[at] : forest.parent(at);
        }
        return at;
    }

    private static int[] depths(Forest forest) {
        var depths = new int[forest.size()];
        for (var number = forest.roots(); number < depths.length; number++) {
            depths[number] = depths[forest.parent(number)] + 1;
        }
        return depths;
    }

    private static int[] jumps(Forest forest, int[] depths) {
        var jumps = new int[forest.size()];
        for (var root = 0; root < forest.roots(); root++) {
            jumps[root] = root;
        }
        for (var number = forest.roots(); number < jumps.length; number++) {
            var parent = forest.parent(number);
            var near = jumps[parent];
            var far = jumps[near];
            jumps[number] = depths[parent] - depths[near] == depths[near] - depths[far] ? far : parent;
        }
        return jumps;
    }
}
