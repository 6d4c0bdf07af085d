package io.kith.intake;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/** Things drawn as often as their weights say. */
final class DemoWeighted<T> {

    private final List<T> things;
    private final int[] upTo;

    DemoWeighted(List<T> things, ToIntFunction<T> weight) {
        this.things = List.copyOf(things);
        this.upTo = things.stream().mapToInt(weight).toArray();
        Arrays.parallelPrefix(upTo, Integer::sum);
    }

    T draw(DemoChance chance) {
        int found = Arrays.binarySearch(upTo, chance.below(upTo[upTo.length - 1]) + 1);
        return things.get(found < 0 ? -found - 1 : found);
    }
}
