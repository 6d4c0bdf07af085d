package io.kith.tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Scores, tiers and lifts against the slowest way to reckon them. */
class PlacementTest {

    private static final long SEED = 20261122;
    private static final TierRule DEFAULT = TierRule.initial(Instant.EPOCH);

    @Test
    void aHundredDifferentClientsPartTwentyThirtyThirtyTwenty() {
        var placement = Placement.of(spending(IntStream.range(0, 100).toArray()), DEFAULT, new Tier[100]);
        assertThat(tiers(placement)).containsExactly(20, 30, 30, 20);
        assertThat(placement.tier(80)).isEqualTo(Tier.VIP);
        assertThat(placement.tier(79)).isEqualTo(Tier.MAIN);
        assertThat(placement.tier(19)).isEqualTo(Tier.GENERAL);
    }

    /** Thirty alike at the top share the lowest place among them, which is below the cut: a tier never overflows. */
    @Test
    void equalsAreTreatedAlikeAndATierNeverOverflows() {
        var alike = Placement.of(spending(new int[100]), DEFAULT, new Tier[100]);
        assertThat(tiers(alike)).containsExactly(0, 0, 0, 100);
        var thirtyOnTop = IntStream.range(0, 100).map(row -> Math.min(row, 70)).toArray();
        assertThat(tiers(Placement.of(spending(thirtyOnTop), DEFAULT, new Tier[100])))
                .containsExactly(0, 50, 30, 20);
        var twentyOnTop = IntStream.range(0, 100).map(row -> Math.min(row, 80)).toArray();
        assertThat(tiers(Placement.of(spending(twentyOnTop), DEFAULT, new Tier[100])))
                .containsExactly(20, 30, 30, 20);
    }

    /** At 100 others a client below is a point: the cut of VIP is 80, and hysteresis is 2. */
    @Test
    void whoHasATierKeepsItUntilShePassesACutByTheHysteresis() {
        assertThat(DEFAULT.tier(80, 101, null)).isEqualTo(Tier.VIP);
        assertThat(DEFAULT.tier(79, 101, null)).isEqualTo(Tier.MAIN);
        assertThat(DEFAULT.tier(78, 101, Tier.VIP)).isEqualTo(Tier.VIP);
        assertThat(DEFAULT.tier(77, 101, Tier.VIP)).isEqualTo(Tier.MAIN);
        assertThat(DEFAULT.tier(81, 101, Tier.MAIN)).isEqualTo(Tier.MAIN);
        assertThat(DEFAULT.tier(82, 101, Tier.MAIN)).isEqualTo(Tier.VIP);
        assertThat(DEFAULT.tier(81, 101, Tier.REGULAR))
                .as("beyond its own tier a percentile alone decides")
                .isEqualTo(Tier.VIP);
        assertThat(DEFAULT.tier(0, 101, Tier.VIP)).isEqualTo(Tier.GENERAL);
        assertThat(DEFAULT.tier(100, 101, Tier.GENERAL)).isEqualTo(Tier.VIP);
    }

    @Test
    void theSameFiguresAgainMoveNobody() {
        for (var round = 0; round < 300; round++) {
            var seed = SEED + round;
            var random = new Random(seed);
            var inputs = random(random, 20 + random.nextInt(100));
            var first = Placement.of(inputs, DEFAULT, before(random, inputs.size()));
            var again = Placement.of(inputs, DEFAULT, tiersOf(first));
            assertThat(tiersOf(again)).as("seed %d", seed).isEqualTo(tiersOf(first));
        }
    }

    @Test
    void scoresAndPlacesAreThoseOfCountingOneByOne() {
        for (var round = 0; round < 100; round++) {
            var seed = SEED + round;
            var random = new Random(seed);
            var inputs = random(random, 20 + random.nextInt(60));
            var count = inputs.size();
            var placement = Placement.of(inputs, DEFAULT, new Tier[count]);
            var scores = new double[count];
            for (var row = 0; row < count; row++) {
                for (var criterion : TierCriterion.values()) {
                    scores[row] += DEFAULT.weights().of(criterion) * percentile(criterion.raw(inputs, DEFAULT), row);
                }
                assertThat(Placement.shown(placement.score(row), count))
                        .as("score of row %d, seed %d", row, seed)
                        .isCloseTo(scores[row], within(1e-9));
            }
            for (var row = 0; row < count; row++) {
                var mine = placement.score(row);
                assertThat(placement.below(row)).isEqualTo((int) IntStream.range(0, count)
                        .filter(other -> placement.score(other) < mine)
                        .count());
                assertThat(placement.place(row))
                        .isEqualTo(1
                                + (int) IntStream.range(0, count)
                                        .filter(other -> placement.score(other) > mine)
                                        .count());
            }
        }
    }

    /** Decides everybody anew with one client changed: the lift moves her up, one step less does not. */
    @Test
    void aLiftIsTheSmallestChangeThatMovesHerUp() {
        var lifted = 0;
        for (var round = 0; round < 150; round++) {
            var seed = SEED + round;
            var random = new Random(seed);
            var inputs = random(random, 20 + random.nextInt(40));
            var now = tiersOf(Placement.of(inputs, DEFAULT, before(random, inputs.size())));
            var next = Placement.of(inputs, DEFAULT, now);
            var row = random.nextInt(inputs.size());
            var lifts = new Lifts(inputs, DEFAULT, next, row);
            for (var criterion : TierCriterion.values()) {
                var found = lifts.by(criterion);
                var own = criterion.raw(inputs, DEFAULT, row);
                if (found.isEmpty()) {
                    if (DEFAULT.weight(criterion) > 0 && now[row] != Tier.VIP) {
                        assertThat(with(inputs, criterion, row, 1_000_000, now).tier(row))
                                .as("%s of row %d, seed %d, however much", criterion, row, seed)
                                .isEqualTo(now[row]);
                    }
                    continue;
                }
                lifted++;
                var change = found.get().raw() - own;
                var after = with(inputs, criterion, row, change, now);
                assertThat(after.tier(row))
                        .as("%s of row %d by %d, seed %d", criterion, row, change, seed)
                        .isEqualTo(found.get().to())
                        .isLessThan(now[row]);
                assertThat(after.score(row)).isEqualTo(found.get().score());
                assertThat(with(inputs, criterion, row, change - 1, now).tier(row))
                        .as("%s of row %d by %d, seed %d", criterion, row, change - 1, seed)
                        .isEqualTo(now[row]);
            }
        }
        assertThat(lifted).isGreaterThan(200);
    }

    @Test
    void theLorenzCurveOfEqualsIsTheDiagonalAndOneOwnerBendsItAll() {
        var alike = Lorenz.of(new long[] {5, 5, 5, 5});
        assertThat(alike.gini()).isCloseTo(0, within(1e-12));
        assertThat(alike.points())
                .hasSize(101)
                .allSatisfy(point -> assertThat(point.value()).isCloseTo(point.clients(), within(1e-12)));
        var one = Lorenz.of(new long[] {0, 0, 0, 8});
        assertThat(one.gini()).isCloseTo(0.75, within(1e-12));
        assertThat(one.points().get(75)).isEqualTo(new LorenzPoint(0.75, 0));
        assertThat(one.points().get(100)).isEqualTo(new LorenzPoint(1, 1));
        assertThat(Lorenz.of(new long[] {1, 2, 3, 4}).gini()).isCloseTo(0.25, within(1e-12));
        assertThat(Lorenz.of(new long[3]).gini()).isZero();
    }

    @Test
    void idsSortByCodePointAsTheStoreDoes() {
        var ids = new String[] {"a", "ab", "\uFFFD", "\uD83D\uDE00"};
        for (var place = 0; place < ids.length; place++) {
            assertThat(CodePoints.search(ids, ids[place])).isEqualTo(place);
        }
        assertThat(CodePoints.search(ids, "b")).isEqualTo(-1);
    }

    private static Placement with(Inputs inputs, TierCriterion criterion, int row, long change, Tier[] before) {
        var columns = columns(inputs);
        columns[input(criterion).ordinal()][row] += change;
        return Placement.of(new Inputs(ids(inputs), columns), DEFAULT, before);
    }

    private static Input input(TierCriterion criterion) {
        return switch (criterion) {
            case TENURE -> Input.TENURE_DAYS;
            case NET_SPEND -> Input.NET_SPEND;
            case PAID_VISITS -> Input.PAID_VISITS;
            case FREQUENCY -> Input.PERIOD_VISITS;
            case TREATMENTS -> Input.TREATMENTS;
            case REFERRALS -> Input.REFERRED;
            case ACTIVITIES -> Input.ATTENDED;
            case FEEDBACK -> Input.FEEDBACK_TO_CLINIC;
            case CREDIT, INFLUENCE, PROSPECTS -> throw new IllegalArgumentException("weighs nothing");
        };
    }

    private static double percentile(long[] values, int row) {
        return 100.0
                * Arrays.stream(values).filter(other -> other < values[row]).count()
                / (values.length - 1);
    }

    private static Inputs spending(int[] amounts) {
        var columns = new long[Input.values().length][amounts.length];
        columns[Input.NET_SPEND.ordinal()] =
                Arrays.stream(amounts).asLongStream().toArray();
        return new Inputs(ids(amounts.length), columns);
    }

    private static Inputs random(Random random, int count) {
        var columns = new long[Input.values().length][count];
        for (var column : columns) {
            var different = 1 + random.nextInt(30);
            for (var row = 0; row < count; row++) {
                column[row] = random.nextInt(different);
            }
        }
        return new Inputs(ids(count), columns);
    }

    private static @Nullable Tier[] before(Random random, int count) {
        var before = new Tier[count];
        for (var row = 0; row < count; row++) {
            before[row] = random.nextBoolean() ? null : Tier.values()[random.nextInt(Tier.values().length)];
        }
        return before;
    }

    private static long[][] columns(Inputs inputs) {
        var columns = new long[Input.values().length][inputs.size()];
        for (var input : Input.values()) {
            for (var row = 0; row < inputs.size(); row++) {
                columns[input.ordinal()][row] = inputs.get(input, row);
            }
        }
        return columns;
    }

    private static String[] ids(Inputs inputs) {
        return IntStream.range(0, inputs.size()).mapToObj(inputs::id).toArray(String[]::new);
    }

    private static String[] ids(int count) {
        return IntStream.range(0, count).mapToObj("c%04d"::formatted).toArray(String[]::new);
    }

    private static Tier[] tiersOf(Placement placement) {
        return IntStream.range(0, placement.size()).mapToObj(placement::tier).toArray(Tier[]::new);
    }

    /** How many have each tier. */
    private static int[] tiers(Placement placement) {
        var counts = new int[Tier.values().length];
        IntStream.range(0, placement.size())
                .forEach(row -> counts[placement.tier(row).ordinal()]++);
        return counts;
    }
}
