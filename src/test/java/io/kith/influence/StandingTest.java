package io.kith.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Scores of the nine clients of the design, with and without a tie graph. */
class StandingTest {

    private static final InfluenceRule RULE = InfluenceRule.initial(Instant.EPOCH);

    @Test
    void withoutATieGraphItsWeightGoesToTheOthersInProportion() {
        var weights = InfluenceRun.weights(RULE, false);
        assertThat(weights).containsExactly(0.4 / 0.8, 0.25 / 0.8, 0.15 / 0.8, 0.0);
        var standing = standing(false);
        assertThat(standing.run().missing()).containsExactly(InfluenceComponentName.PAGE_RANK);
        assertThat(standing.score(standing.row("E").orElseThrow())).isZero();
        assertThat(standing.circle(0)).isEqualTo(-1);
    }

    @Test
    void pointsAddUpToTheScoreOfEveryClient() {
        for (var ties : new boolean[] {true, false}) {
            var standing = standing(ties);
            for (var name : Trees.fixture().names()) {
                var row = standing.row(name).orElseThrow();
                var points = standing.components(row).stream()
                        .mapToDouble(InfluenceComponent::points)
                        .sum();
                assertThat(standing.score(row)).as(name).isCloseTo(points, within(1e-9));
                assertThat(standing.score(row)).isBetween(0.0, 100.0);
            }
        }
    }

    @Test
    void whoCameAfterTheRunHasNoRow() {
        assertThat(standing(true).row("nobody")).isEmpty();
    }

    private static Standing standing(boolean ties) {
        var forest = Trees.fixture().forest();
        var size = forest.size();
        var run = new InfluenceRun("run", Instant.EPOCH, RULE, size, InfluenceRun.weights(RULE, ties), ties);
        var raw = Standing.raw(forest, RULE, new double[size]);
        var circles = IntStream.generate(() -> -1).limit(size).toArray();
        return new Standing(run, forest, IntStream.range(0, size).toArray(), raw, circles);
    }
}
