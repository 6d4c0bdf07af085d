package io.kith.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A plan is as good as the best of all plans, tried one by one, and keeps to what each can take. */
class HandoverProblemTest {

    @Test
    void noPlanWithinTheCapacitiesIsBetter() {
        for (var seed = 1; seed <= 400; seed++) {
            var random = new Random(seed);
            var problem = problem(random, random.nextInt(9), 1 + random.nextInt(3));
            var taken = problem.solve();
            assertThat(weight(problem, taken)).as("seed %d: %s", seed, problem).isEqualTo(best(problem));
            assertRoom(problem, taken, seed);
        }
    }

    @Test
    void nobodyIsAssignedWhereNobodyHasRoom() {
        var problem = new HandoverProblem(new int[] {0, 0}, new long[] {1, 1}, List.of(Map.of(0, 5L), Map.of()));
        assertThat(problem.solve()).containsOnly(HandoverProblem.NOBODY);
        assertThat(new HandoverProblem(new int[0], new long[0], List.of(Map.of())).solve())
                .containsOnly(HandoverProblem.NOBODY);
        assertThat(new HandoverProblem(new int[] {1}, new long[] {1}, List.of()).solve())
                .isEmpty();
    }

    @Test
    void fiveHundredClientsAndTwoHundredStaffAreAssignedToo() {
        var random = new Random(7);
        var ties = new ArrayList<Map<Integer, Long>>();
        for (var client = 0; client < 500; client++) {
            var mine = new HashMap<Integer, Long>();
            for (var tie = 0; tie < 4; tie++) {
                mine.put(random.nextInt(200), 1L + random.nextInt(5_000_000));
            }
            ties.add(mine);
        }
        var rooms = new int[200];
        Arrays.fill(rooms, 4);
        var base = random.longs(200, 1, 150_000).toArray();
        var problem = new HandoverProblem(rooms, base, ties);
        var taken = problem.solve();
        assertThat(taken).doesNotContain(HandoverProblem.NOBODY);
        assertRoom(problem, taken, 7);
    }

    private static HandoverProblem problem(Random random, int clients, int staff) {
        var rooms = random.ints(staff, 0, 5).toArray();
        var base = random.longs(staff, 1, random.nextBoolean() ? 10 : 200_000).toArray();
        var ties = new ArrayList<Map<Integer, Long>>();
        for (var client = 0; client < clients; client++) {
            var mine = new HashMap<Integer, Long>();
            for (var member = 0; member < staff; member++) {
                if (random.nextInt(3) > 0) {
                    mine.put(member, (long) random.nextInt(random.nextBoolean() ? 10 : 5_000_000));
                }
            }
            ties.add(mine);
        }
        return new HandoverProblem(rooms, base, ties);
    }

    private static long best(HandoverProblem problem) {
        return best(problem, 0, problem.rooms().clone());
    }

    private static long best(HandoverProblem problem, int client, int[] rooms) {
        if (client == problem.ties().size()) {
            return 0;
        }
        var best = best(problem, client + 1, rooms);
        for (var staff = 0; staff < rooms.length; staff++) {
            if (rooms[staff] > 0) {
                rooms[staff]--;
                best = Math.max(best, problem.weight(client, staff) + best(problem, client + 1, rooms));
                rooms[staff]++;
            }
        }
        return best;
    }

    private static long weight(HandoverProblem problem, int[] taken) {
        var weight = 0L;
        for (var client = 0; client < taken.length; client++) {
            weight += taken[client] == HandoverProblem.NOBODY ? 0 : problem.weight(client, taken[client]);
        }
        return weight;
    }

    private static void assertRoom(HandoverProblem problem, int[] taken, int seed) {
        for (var staff = 0; staff < problem.rooms().length; staff++) {
            var who = staff;
            assertThat(Arrays.stream(taken).filter(member -> member == who).count())
                    .as("seed %d, staff %d", seed, staff)
                    .isLessThanOrEqualTo(problem.rooms()[staff]);
        }
    }
}
