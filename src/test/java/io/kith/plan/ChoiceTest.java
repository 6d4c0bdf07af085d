package io.kith.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.plan.Choice.Method;
import io.kith.plan.Choice.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The best choice is what trying all of them finds; the good one says truly how far from it it may be. */
class ChoiceTest {

    private static final long SEED = 20261123;

    @Test
    void fewLinesAreSolvedAsByTryingAllChoices() {
        var random = new Random(SEED);
        for (var round = 0; round < 400; round++) {
            var lines = lines(random, 1 + random.nextInt(7), 1_000);
            var budget = random.nextInt(3_000);
            var best = bruteForce(lines, budget, 0, 0);
            var exact = Choice.best(lines, budget);
            assertThat(exact.method()).isEqualTo(Method.EXACT);
            assertThat(exact.value()).as("seed %d round %d", SEED, round).isEqualTo(best);
            assertThat(exact.cost()).isLessThanOrEqualTo(budget);
            assertThat(sum(lines, exact)).isEqualTo(new Option(exact.cost(), exact.value()));
            assertThat(exact.gap()).isZero();

            var relaxed = Choice.relaxed(lines, budget);
            assertThat(relaxed.cost()).isLessThanOrEqualTo(budget);
            assertThat(sum(lines, relaxed)).isEqualTo(new Option(relaxed.cost(), relaxed.value()));
            assertThat(relaxed.value()).as("seed %d round %d", SEED, round).isLessThanOrEqualTo(best);
            assertThat(relaxed.bound()).as("seed %d round %d", SEED, round).isGreaterThanOrEqualTo(best);
        }
    }

    @Test
    void manyLinesAreSolvedWithinTheirGap() {
        var random = new Random(SEED);
        for (var round = 0; round < 20; round++) {
            var lines = lines(random, 500, 100_000);
            var budget = 5_000_000 + random.nextInt(5_000_000);
            var relaxed = Choice.best(lines, budget);
            assertThat(relaxed.method()).isEqualTo(Method.LAGRANGIAN);
            assertThat(relaxed.cost()).isLessThanOrEqualTo(budget);
            assertThat(relaxed.gap()).as("seed %d round %d", SEED, round).isBetween(0.0, 0.01);
        }
    }

    @Test
    void withoutABudgetOnlyWhatIsFreeIsChosen() {
        var lines = List.of(List.of(new Option(0, 0), new Option(1, 100)), List.of(new Option(0, 0), new Option(0, 7)));
        assertThat(Choice.best(lines, 0).options()).containsExactly(0, 1);
        assertThat(Choice.relaxed(lines, 0).value()).isEqualTo(7);
        assertThat(Choice.best(List.of(), 100).value()).isZero();
    }

    @Test
    void anOptionThatLosesIsNeverChosen() {
        var lines = List.of(List.of(new Option(0, 0), new Option(5, -1), new Option(10, 3)));
        assertThat(Choice.best(lines, 9).options()).containsExactly(0);
        assertThat(Choice.relaxed(lines, 9).options()).containsExactly(0);
        assertThat(Choice.best(lines, 10).options()).containsExactly(2);
    }

    private static List<List<Option>> lines(Random random, int count, int most) {
        var lines = new ArrayList<List<Option>>();
        for (var line = 0; line < count; line++) {
            var options = new ArrayList<Option>();
            options.add(new Option(0, 0));
            for (var option = random.nextInt(4); option > 0; option--) {
                options.add(new Option(random.nextInt(most), random.nextInt(2 * most) - most / 4));
            }
            lines.add(options);
        }
        return lines;
    }

    private static long bruteForce(List<List<Option>> lines, long left, int line, long value) {
        if (line == lines.size()) {
            return value;
        }
        var best = Long.MIN_VALUE;
        for (var option : lines.get(line)) {
            if (option.cost() <= left) {
                best = Math.max(best, bruteForce(lines, left - option.cost(), line + 1, value + option.value()));
            }
        }
        return best;
    }

    private static Option sum(List<List<Option>> lines, Choice.Chosen chosen) {
        var cost = 0L;
        var value = 0L;
        for (var line = 0; line < lines.size(); line++) {
            var option = lines.get(line).get(chosen.options().get(line));
            cost += option.cost();
            value += option.value();
        }
        return new Option(cost, value);
    }
}
