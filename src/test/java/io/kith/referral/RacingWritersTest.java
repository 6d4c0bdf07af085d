package io.kith.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.KithTest;
import io.kith.Parties;
import io.kith.Parties.Outcome;
import io.kith.TestGraph;
import io.kith.client.Clients;
import io.kith.client.NewClient;
import io.kith.edge.Conflict;
import io.kith.edge.Refusal;
import io.kith.visit.NewVisit;
import io.kith.visit.Visits;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever races, the forest stays a forest, one key has one effect, and nobody is bothered with a deadlock. */
@KithTest
class RacingWritersTest {

    private static final int ROUNDS = Integer.getInteger("kith.test.rounds", 15);
    private static final int BUSY_WRITES = Integer.getInteger("kith.test.busy-writes", 100);
    private static final int HAMMER_SECONDS = Integer.getInteger("kith.test.hammer-seconds", 6);

    @Autowired
    Referrals referrals;

    @Autowired
    Clients clients;

    @Autowired
    Visits visits;

    @Autowired
    Network network;

    @Autowired
    TestGraph graph;

    private final Parties parties = new Parties();

    @BeforeEach
    void emptyClinic() {
        graph.clear();
    }

    @AfterEach
    void partiesGoHome() {
        parties.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 6})
    void aRingNeverCloses(int size) {
        for (var round = 0; round < ROUNDS; round++) {
            var ring = registered("ring%d-%d".formatted(size, round), size);
            var outcomes = parties.race(IntStream.range(0, size)
                    .mapToObj(place -> bringing(ring.get(place), ring.get((place + 1) % size)))
                    .toList());
            assertThat(codes(outcomes)).as("round %d: one is the loser", round).containsExactly("CYCLE");
        }
        assertThat(graph.run("MATCH (client:Client)-[:REFERRED]->+(client) RETURN count(*) AS rings")
                        .get(0)
                        .get("rings")
                        .asInt())
                .isZero();
    }

    @Test
    void aFriendClaimedByEightGetsOneReferrer() {
        for (var round = 0; round < ROUNDS; round++) {
            var referrers = registered("referrer-" + round, 8);
            var friend = registered("friend-" + round, 1).get(0);
            var outcomes = parties.race(referrers.stream()
                    .map(referrer -> bringing(referrer, friend))
                    .toList());
            assertThat(codes(outcomes)).as("round %d", round).hasSize(7).containsOnly("SECOND_REFERRER");
        }
        assertThat(graph.run("MATCH (friend:Client)<-[:REFERRED]-() WITH friend, count(*) AS referrers"
                        + " WHERE referrers > 1 RETURN friend"))
                .isEmpty();
    }

    @Test
    void sixteenThreadsAtItForLongNeitherCloseARingNorDoubleAReferrer() {
        var cast = registered("hunted", 12);
        var end = System.nanoTime() + Duration.ofSeconds(HAMMER_SECONDS).toNanos();
        var outcomes = parties.race(IntStream.range(0, 16)
                .<Callable<Integer>>mapToObj(thread -> () -> {
                    var random = new Random(thread);
                    var tries = 0;
                    while (System.nanoTime() < end) {
                        linkOrRetract(cast, random);
                        tries++;
                    }
                    return tries;
                })
                .toList());
        assertThat(outcomes).extracting(Outcome::refusal).containsOnlyNulls();
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.result()).isPositive());
        assertThat(graph.run("MATCH (client:Client)-[:REFERRED]->+(client) RETURN client"))
                .isEmpty();
        assertThat(graph.run("MATCH (friend:Client)<-[:REFERRED]-() WITH friend, count(*) AS referrers"
                        + " WHERE referrers > 1 RETURN friend"))
                .isEmpty();
    }

    @Test
    void oneKeySentByThirtyTwoThreadsFiftyTimesIsAppliedOnce() {
        var ana = registered("ana", 1).get(0);
        var referral = new NewReferral(null, ana, null, null, named(null, "Ben"), null, null, null);
        var outcomes = parties.race(IntStream.range(0, 32)
                .<Callable<List<String>>>mapToObj(thread -> () -> IntStream.range(0, 50)
                        .mapToObj(time -> referrals.record(referral, "the key").id())
                        .toList())
                .toList());
        var answers = outcomes.stream()
                .flatMap(outcome -> outcome.result() == null ? null : outcome.result().stream())
                .toList();
        assertThat(answers).hasSize(32 * 50);
        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(clients.count()).isEqualTo(2);
        var other = new NewReferral(null, ana, null, null, named(null, "Cleo"), null, null, null);
        assertThat(parties.race(List.<Callable<Referral>>of(() -> referrals.record(other, "the key")))
                        .get(0)
                        .refusal())
                .isInstanceOf(Conflict.class);
    }

    @Test
    void eightThreadsOverFiveClientsNeverMeetADeadlock() {
        var cast = registered("busy", 5);
        var outcomes = parties.race(IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(thread -> () -> {
                    var random = new Random(thread);
                    for (var write = 0; write < BUSY_WRITES; write++) {
                        writeSomething(cast, random);
                    }
                    return BUSY_WRITES;
                })
                .toList());
        assertThat(outcomes).extracting(Outcome::refusal).containsOnlyNulls();
        assertThat(outcomes).extracting(Outcome::result).containsOnly(BUSY_WRITES);
        var stored = graph.run("MATCH (client:Client) RETURN client.id AS id, client.netRevenue AS netRevenue,"
                + " COLLECT { MATCH (client)-[:HAD_VISIT]->(visit) RETURN visit.paid } AS paid");
        for (var row : stored) {
            var sum = row.get("paid").asList(value -> value.asLong()).stream()
                    .mapToLong(Long::longValue)
                    .sum();
            assertThat(row.get("netRevenue").asLong()).isEqualTo(sum);
            assertThat(network.snapshot()
                            .client(row.get("id").asString())
                            .orElseThrow()
                            .netRevenue())
                    .isEqualTo(sum);
        }
    }

    private void linkOrRetract(List<String> cast, Random random) {
        var friend = cast.get(random.nextInt(3));
        try {
            if (random.nextInt(3) > 0) {
                bringing(cast.get(random.nextInt(cast.size())), friend).call();
            } else {
                for (var referral : referrals.creditedTo(List.of(friend)).values()) {
                    referrals.retract(referral.id(), "make room", null);
                }
            }
        } catch (Exception refused) {
            assertThat(refused).isInstanceOf(Refusal.class);
        }
    }

    /** A visit, a link or a retraction; a refusal by rule is an answer, not a failure. */
    private void writeSomething(List<String> cast, Random random) {
        var one = cast.get(random.nextInt(cast.size()));
        var other = cast.get(random.nextInt(cast.size()));
        try {
            switch (random.nextInt(3)) {
                case 0 ->
                    visits.record(
                            new NewVisit(null, one, null, BigDecimal.ONE, BigDecimal.ONE, List.of(), List.of()), null);
                case 1 -> referrals.record(new NewReferral(null, one, null, other, null, null, null, null), null);
                default ->
                    referrals
                            .creditedTo(List.of(one))
                            .values()
                            .forEach(referral -> referrals.retract(referral.id(), "so it goes", null));
            }
        } catch (Refusal byRule) {
            assertThat(byRule.code()).isIn("CYCLE", "SECOND_REFERRER", "SELF_REFERRAL", "CONFLICT");
        }
    }

    private Callable<Referral> bringing(String referrer, String friend) {
        return () -> referrals.record(new NewReferral(null, referrer, null, friend, null, null, null, null), null);
    }

    private List<String> registered(String name, int count) {
        var ids = new ArrayList<String>();
        for (var place = 0; place < count; place++) {
            ids.add(clients.register(named(name + "-" + place, name), null).id());
        }
        return ids;
    }

    private static NewClient named(@Nullable String id, String name) {
        return new NewClient(id, name, null, null, null, null, null);
    }

    private static List<String> codes(List<Outcome<Referral>> outcomes) {
        return outcomes.stream()
                .map(Outcome::refusal)
                .filter(Refusal.class::isInstance)
                .map(refusal -> ((Refusal) refusal).code())
                .toList();
    }
}
