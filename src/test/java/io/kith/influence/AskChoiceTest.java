package io.kith.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kith.referral.Forest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The choice of whom to ask, against all choices there are. */
class AskChoiceTest {

    private static final long SEED = 20260303;
    private static final double BETA = 0.1;
    private static final double REACH = 0.1;

    private static final AskChoice.Doors OPEN = new AskChoice.Doors() {
        @Override
        public void next(List<Integer> numbers) {}

        @Override
        public boolean open(int number) {
            return true;
        }
    };

    @Test
    void theGreedyChoiceKeepsItsGuaranteeAgainstEveryChoiceOfUpToFifteen() {
        for (var round = 0; round < 40; round++) {
            var seed = SEED + round;
            var random = new Random(seed);
            var size = 2 + random.nextInt(11);
            var trees = Trees.random(random, size, 10);
            var forest = trees.forest();
            var p = random.nextDouble();
            var circles = circles(random, size);
            var count = 1 + random.nextInt(Math.min(4, size));
            var chosen = new AskChoice(forest, p, circles, BETA, REACH).choose(count, OPEN);
            var reached = chosen.stream().mapToDouble(AskChoice.Chosen::gain).sum();
            var names = chosen.stream().map(one -> forest.id(one.number())).toList();
            assertThat(reached)
                    .as("the gains add up to the value of the list, seed %d", seed)
                    .isCloseTo(value(forest, trees, names, p, circles), within(1e-9));
            var best = best(forest, trees, count, p, circles);
            assertThat(reached).as("seed %d", seed).isGreaterThanOrEqualTo((1 - 1 / Math.E) * best - 1e-9);
        }
    }

    @Test
    void asForestsOfFifteenGoTheGreedyChoiceIsMostlyTheBest() {
        var best = 0;
        var rounds = 30;
        for (var round = 0; round < rounds; round++) {
            var random = new Random(SEED + round);
            var trees = Trees.random(random, 15, 10);
            var forest = trees.forest();
            var circles = new int[15];
            Arrays.fill(circles, -1);
            var chosen = new AskChoice(forest, 0.3, circles, 0, 0).choose(3, OPEN);
            var reached = chosen.stream().mapToDouble(AskChoice.Chosen::gain).sum();
            var most = mostReached(forest, trees, 3, 0.3);
            assertThat(reached).isGreaterThanOrEqualTo((1 - 1 / Math.E) * most - 1e-9);
            best += reached > most - 1e-9 ? 1 : 0;
        }
        assertThat(best).isGreaterThan(rounds * 8 / 10);
    }

    @Test
    void lazyEvaluationReckonsFewGainsAgain() {
        var trees = Trees.random(new Random(SEED), 2_000, 10);
        var circles = new int[2_000];
        Arrays.fill(circles, -1);
        var choice = new AskChoice(trees.forest(), 0.2, circles, 0, 0);
        assertThat(choice.choose(20, OPEN)).hasSize(20);
        assertThat(choice.reckoned()).isLessThan(20 * 2_000 / 20);
    }

    @Test
    void whoMayNotBeAskedIsLeftOut() {
        var forest = Trees.fixture().forest();
        var circles = new int[forest.size()];
        Arrays.fill(circles, -1);
        var told = new ArrayList<Integer>();
        var chosen = new AskChoice(forest, 0.5, circles, 0, 0).choose(2, new AskChoice.Doors() {
            @Override
            public void next(List<Integer> numbers) {
                told.addAll(numbers);
            }

            @Override
            public boolean open(int number) {
                return number != forest.indexOf("A");
            }
        });
        assertThat(chosen.stream().map(one -> forest.id(one.number())))
                .containsExactly("B", "H"); // D adds less, since B reaches her half the time
        assertThat(told).hasSize(9);
    }

    private static int[] circles(Random random, int size) {
        var circles = new int[size];
        for (var number = 0; number < size; number++) {
            circles[number] = random.nextInt(4) - 1;
        }
        return circles;
    }

    private static double best(Forest forest, Trees trees, int count, double p, int[] circles) {
        var best = 0.0;
        var names = trees.names();
        for (var mask = 0; mask < 1 << names.size(); mask++) {
            if (Integer.bitCount(mask) == count) {
                best = Math.max(best, value(forest, trees, Trees.pick(names, mask), p, circles));
            }
        }
        return best;
    }

    private static double mostReached(Forest forest, Trees trees, int count, double p) {
        var none = new int[forest.size()];
        Arrays.fill(none, -1);
        return best(forest, trees, count, p, none);
    }

    /** f(S) from its definition: each client is reached with p to the power of the steps from the nearest asked above her. */
    private static double value(Forest forest, Trees trees, List<String> asked, double p, int[] circles) {
        var value = 0.0;
        for (var name : trees.names()) {
            var chain = trees.chain(name);
            var nearest = chain.stream().filter(asked::contains).findFirst();
            value += nearest.map(above -> Math.pow(p, chain.indexOf(above))).orElse(0.0);
        }
        for (var circle = 0; circle < 3; circle++) {
            var members = 0;
            var askedIn = 0;
            for (var number = 0; number < circles.length; number++) {
                members += circles[number] == circle ? 1 : 0;
                askedIn += circles[number] == circle && asked.contains(forest.id(number)) ? 1 : 0;
            }
            value += members == 0 ? 0 : BETA * (members - 1) * (1 - Math.pow(1 - REACH, askedIn));
        }
        return value;
    }
}
