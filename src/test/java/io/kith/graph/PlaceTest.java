package io.kith.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Values;

/** One process tells while another reads: whatever order the transactions commit in, each change is passed on once. */
class PlaceTest {

    private static final long SEED = Long.getLong("kith.test.seed", 20260101L);
    private static final int RUNS = 300;
    private static final int PAGE = 20;
    private static final int AT_ONCE = 8;

    @Test
    void aLaterNumberCommittedFirstHidesNoEarlierOne() {
        var numbers = new ChangeNumbers();
        var first = numbers.take(1);
        var second = numbers.take(1);
        var place = new Place(0);
        assertThat(sequences(place.news(List.of(told(second, 0)), false))).containsExactly(2L);
        assertThat(sequences(place.news(List.of(told(second, 0)), false))).isEmpty();
        assertThat(sequences(place.news(List.of(told(first, 0), told(second, 0)), false)))
                .containsExactly(1L);
    }

    @Test
    void readingGoesOnBehindWhatIsSettledAndRollsOverWhatNeverCame() {
        var numbers = new ChangeNumbers();
        var lost = numbers.take(1);
        var second = numbers.take(1);
        numbers.settle(lost);
        numbers.settle(second);
        var third = numbers.take(1);
        var place = new Place(0);
        place.news(List.of(told(second, 0), told(third, 0)), false);
        assertThat(place.from()).isZero();
        place.news(List.of(told(second, 0), told(third, 0)), false);
        assertThat(place.from()).isEqualTo(2);
    }

    @Test
    void aPlaceWhoseNextChangesWereForgottenIsNoticed() {
        var place = new Place(3);
        assertThat(place.missed(3)).isFalse();
        assertThat(place.missed(4)).isTrue();
        var numbers = new ChangeNumbers();
        numbers.take(3);
        place.news(List.of(told(numbers.take(1), 0)), false);
        assertThat(place.missed(4)).isFalse();
    }

    @Test
    void oneSlowTransactionHoldsBackNothingBehindIt() {
        var numbers = new ChangeNumbers();
        var slow = numbers.take(1);
        var place = new Place(0);
        var later = Stream.generate(() -> numbers.take(1))
                .limit(3 * PAGE)
                .map(taken -> told(taken, 0))
                .toList();
        assertThat(place.news(later.subList(0, PAGE), true)).hasSize(PAGE);
        assertThat(place.news(later.subList(PAGE, 2 * PAGE), true)).hasSize(PAGE);
        assertThat(place.news(later.subList(2 * PAGE, 3 * PAGE), false)).hasSize(PAGE);
        assertThat(place.from()).isZero();
        assertThat(sequences(place.news(List.of(told(slow, 0)), true))).containsExactly(1L);
    }

    @Test
    void everyCommittedChangeIsPassedOnOnceAndNothingElse() {
        for (var run = 0; run < RUNS; run++) {
            var seed = SEED + run;
            var world = new World(new Random(seed));
            for (var step = 0; step < 400; step++) {
                world.step();
            }
            world.settleAll();
            assertThat(world.passed).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(world.visible.keySet());
            assertThat(world.place.from()).as("seed %d", seed).isEqualTo(world.lastSettled);
        }
    }

    /** A process with up to eight transactions at once, the graph they commit to, and a reader that looks now and then. */
    private static final class World {

        private final Random random;
        private final ChangeNumbers numbers = new ChangeNumbers();
        private final List<ChangeNumbers.Taken> open = new ArrayList<>();
        private final Map<ChangeNumbers.Taken, Integer> sizes =
                new TreeMap<>((a, b) -> Long.compare(a.first(), b.first()));
        private final TreeMap<Long, Place.Told> visible = new TreeMap<>();
        private final List<Long> passed = new ArrayList<>();
        private final Place place = new Place(0);
        private long lastSettled;

        World(Random random) {
            this.random = random;
        }

        void step() {
            switch (random.nextInt(4)) {
                case 0, 1 -> begin();
                case 2 -> end();
                default -> read(random.nextInt(4));
            }
        }

        void settleAll() {
            while (!open.isEmpty()) {
                end();
            }
            begin();
            lastSettled = open.get(0).settled();
            commit(open.remove(0));
            for (var page = 0; page < 200; page++) {
                read(0);
            }
        }

        private void begin() {
            if (open.size() < AT_ONCE) {
                var size = 1 + random.nextInt(2);
                var taken = numbers.take(size);
                open.add(taken);
                sizes.put(taken, size);
            }
        }

        private void end() {
            if (open.isEmpty()) {
                return;
            }
            var taken = open.remove(random.nextInt(open.size()));
            if (random.nextInt(5) > 0) {
                commit(taken);
            } else {
                numbers.settle(taken);
            }
        }

        private void commit(ChangeNumbers.Taken taken) {
            for (var place = 0; place < sizes.get(taken); place++) {
                visible.put(taken.first() + place, told(taken, place));
            }
            numbers.settle(taken);
        }

        /** A reading is no moment: of what commits meanwhile it sees some and misses some. */
        private void read(int endingMeanwhile) {
            var page = new TreeMap<>(visible.tailMap(place.from(), false));
            for (var ending = 0; ending < endingMeanwhile; ending++) {
                begin();
                end();
            }
            visible.tailMap(place.from(), false).forEach((sequence, told) -> {
                if (random.nextBoolean()) {
                    page.putIfAbsent(sequence, told);
                }
            });
            var read = page.values().stream().limit(PAGE).toList();
            passed.addAll(sequences(place.news(read, read.size() == PAGE)));
        }
    }

    private static List<Long> sequences(List<Place.Told> told) {
        return told.stream().map(Place.Told::sequence).toList();
    }

    private static Place.Told told(ChangeNumbers.Taken taken, int place) {
        var row = new Row(Values.value(Map.of()));
        return new Place.Told(taken.first() + place, taken.settled(), "client", row);
    }
}
