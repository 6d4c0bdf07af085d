package io.kith.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kith.referral.Forest;
import io.kith.referral.ForestBuilder;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The measures on the design's nine clients, and against independent code on random forests. */
class MeasuresTest {

    private static final long SEED = 20260301;
    private static final Offset<Double> ULPS = within(1e-9);

    @Test
    void theNineClientsOfTheDesignHaveTheirFigures() {
        var forest = Trees.fixture().forest();
        var values = Measures.netRevenues(forest);
        assertRow(forest, money(Measures.downstream(forest, 0.5, values)), 21500, 16000, 5000, 4000, 0, 0, 0, 1000, 0);
        assertRow(
                forest,
                money(Measures.below(forest, delta(0.2, 0.8), values)),
                1772.66,
                1899.49,
                653.95,
                523.16,
                0,
                0,
                0,
                130.79,
                0);
        assertRow(forest, money(Measures.direct(forest, values)), 11000, 14000, 5000, 4000, 0, 0, 0, 1000, 0);
        var chain = Measures.chainCredit(forest, values);
        assertRow(forest, money(chain), 22833.32, 9666.67, 3166.67, 5000, 666.67, 1666.67, 1000, 20500, 500);
        assertThat(Arrays.stream(chain).sum())
                .isEqualTo(Arrays.stream(values).sum())
                .isEqualTo(6_500_000);
        assertThat(Measures.spread(forest, 0.5)[forest.indexOf("A")]).isEqualTo(1 + 2 * 0.5 + 3 * 0.25 + 0.125);
    }

    @Test
    void percentileRanksShareTheLowestPlaceAmongEquals() {
        var ranking = Ranking.of(new double[] {0, 5, 0, 7, 5});
        assertThat(ranking.percentile(0)).isZero();
        assertThat(ranking.percentile(2)).isZero();
        assertThat(ranking.percentile(1)).isEqualTo(50);
        assertThat(ranking.percentile(4)).isEqualTo(50);
        assertThat(ranking.percentile(3)).isEqualTo(100);
        assertThat(new int[] {ranking.at(0), ranking.at(1), ranking.at(2), ranking.at(3), ranking.at(4)})
                .containsExactly(3, 1, 4, 0, 2);
        assertThat(new int[] {ranking.place(3), ranking.place(4), ranking.place(2)})
                .containsExactly(1, 2, 4);
        assertThat(ranking.positive()).isEqualTo(3);
        assertThat(Ranking.of(new double[] {3}).percentile(0)).isZero();
    }

    @Test
    void wilsonsLowerBoundPrefersTenOfTenToOneOfOne() {
        assertThat(Measures.wilson(10, 10, 1.96)).isEqualTo(0.7224598, within(1e-6));
        assertThat(Measures.wilson(1, 1, 1.96)).isEqualTo(0.2065432, within(1e-6));
        assertThat(Measures.wilson(0, 4, 1.96)).isZero();
        assertThat(Measures.wilson(0, 0, 1.96)).isZero();
    }

    @Test
    void aThousandRandomForestsAgreeWithTheDefinitions() {
        for (var round = 0; round < 1_000; round++) {
            var seed = SEED + round;
            var random = new Random(seed);
            var trees = Trees.random(random, 1 + random.nextInt(60), 100_000);
            var gamma = random.nextDouble();
            var forest = trees.forest();
            var values = Measures.netRevenues(forest);
            var downstream = Measures.downstream(forest, gamma, values);
            var below = Measures.below(forest, gamma, values);
            var spread = Measures.spread(forest, gamma);
            var direct = Measures.direct(forest, values);
            var chain = Measures.chainCredit(forest, values);
            var conversion = Measures.convertedReferrals(forest);
            var expectedChain = trees.chainCredit();
            for (var name : trees.names()) {
                var number = forest.indexOf(name);
                var f = trees.below(name, gamma);
                assertThat(below[number]).as("F, seed %d", seed).isCloseTo(f, within(1e-9 * Math.max(1, f)));
                assertThat(downstream[number] * gamma)
                        .as("D, seed %d", seed)
                        .isCloseTo(f, within(1e-9 * Math.max(1, f)));
                assertThat(spread[number])
                        .as("spread, seed %d", seed)
                        .isCloseTo(1 + trees.countBelow(name, gamma), ULPS);
                assertThat(direct[number]).as("direct, seed %d", seed).isEqualTo(trees.direct(name));
                assertThat(chain[number]).as("chain credit, seed %d", seed).isEqualTo(expectedChain.get(name));
                assertThat(conversion[number])
                        .as("converted, seed %d", seed)
                        .isEqualTo(trees.children(name).stream()
                                .filter(trees::converted)
                                .count());
            }
            assertThat(Arrays.stream(chain).sum())
                    .as("Σ chain credit, seed %d", seed)
                    .isEqualTo(Arrays.stream(values).sum());
        }
    }

    @Test
    void chainCreditIsTheShapleyValueOfChains() {
        for (var round = 0; round < 40; round++) {
            var seed = SEED + round;
            var random = new Random(seed);
            var size = 1 + random.nextInt(10);
            var trees = Trees.random(random, size, 10_000);
            var forest = trees.forest();
            var chain = Measures.chainCredit(forest, Measures.netRevenues(forest));
            for (var name : trees.names()) {
                assertThat((double) chain[forest.indexOf(name)])
                        .as("%s, seed %d: within a minor unit for each client below", name, seed)
                        .isCloseTo(trees.shapley(name), within((double) size));
            }
        }
    }

    @Test
    void unroundedChainCreditIsTheShapleyValueExactly() {
        for (var round = 0; round < 40; round++) {
            var seed = SEED + round;
            var random = new Random(seed);
            var small = Trees.random(random, 1 + random.nextInt(10), 50);
            var forest = small.forest();
            var values = Measures.netRevenues(forest);
            var divisible = 2_520L; // by every chain of up to ten
            for (var number = 0; number < values.length; number++) {
                values[number] *= divisible;
            }
            var chain = Measures.chainCredit(forest, values);
            for (var name : small.names()) {
                assertThat((double) chain[forest.indexOf(name)] / divisible)
                        .as("%s, seed %d", name, seed)
                        .isCloseTo(small.shapley(name), ULPS);
            }
        }
    }

    @Test
    void spreadIsTheExpectedCascade() {
        for (var round = 0; round < 25; round++) {
            var seed = SEED + round;
            var random = new Random(seed);
            var trees = Trees.random(random, 1 + random.nextInt(12), 10);
            var p = random.nextDouble();
            var forest = trees.forest();
            var spread = Measures.spread(forest, p);
            for (var name : trees.names()) {
                assertThat(spread[forest.indexOf(name)])
                        .as("%s, seed %d", name, seed)
                        .isCloseTo(trees.cascade(name, p), ULPS);
            }
        }
    }

    @Test
    void aChainOfAHundredThousandIsSplitAsFastAsABush() {
        var builder = new ForestBuilder();
        var length = 100_000;
        for (var number = 0; number < length; number++) {
            builder.add("n" + number, number == 0 ? null : "n" + (number - 1), number, true, 1);
        }
        var forest = builder.build();
        var values = Measures.netRevenues(forest);
        var credit = Measures.chainCredit(forest, values);
        assertThat(Arrays.stream(credit).sum()).isEqualTo(Arrays.stream(values).sum());
        assertThat(credit[forest.indexOf("n" + (length - 1))]).isEqualTo(1);
    }

    private static double delta(double p, double lift) {
        return Assumptions.delta(p, lift);
    }

    private static double[] money(double[] minor) {
        return Arrays.stream(minor).map(value -> Math.round(value) / 100.0).toArray();
    }

    private static double[] money(long[] minor) {
        return Arrays.stream(minor).mapToDouble(value -> value / 100.0).toArray();
    }

    private static void assertRow(Forest forest, double[] actual, double... expected) {
        var names = "ABCDEFGHI";
        for (var place = 0; place < names.length(); place++) {
            assertThat(actual[forest.indexOf(names.substring(place, place + 1))])
                    .as(names.substring(place, place + 1))
                    .isEqualTo(expected[place]);
        }
    }
}
