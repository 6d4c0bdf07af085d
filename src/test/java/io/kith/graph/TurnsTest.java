package io.kith.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** So many write at a time, the others wait for their turn, and nobody for ever. */
class TurnsTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void whoFindsAllTurnsTakenWaitsUntilOneIsGivenBack() throws Exception {
        var turns = new Turns(2, LONG);
        var answer = new CompletableFuture<String>();
        var third = new Thread(() -> answer.complete(turns.inTurn(() -> "third")));

        turns.inTurn(() -> turns.inTurn(() -> {
            third.start();
            Awaitility.await().until(() -> third.getState() == Thread.State.TIMED_WAITING);
            assertThat(answer).isNotDone();
            return "both turns are taken";
        }));

        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo("third");
    }

    @Test
    void whoHasWaitedForLongGoesAheadAndTakesNobodysTurn() {
        var turns = new Turns(1, Duration.ofMillis(5));

        assertThat(turns.inTurn(() -> turns.inTurn(() -> "second"))).isEqualTo("second");

        hasTurnsForOneOnly(turns);
    }

    @Test
    void aFailureGivesTheTurnBack() {
        var turns = new Turns(1, LONG);

        assertThatThrownBy(() -> turns.inTurn(() -> {
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");

        assertThat(turns.inTurn(() -> "next")).isEqualTo("next");
    }

    private static void hasTurnsForOneOnly(Turns turns) {
        var began = System.nanoTime();
        turns.inTurn(() -> turns.inTurn(() -> "waited"));
        assertThat(System.nanoTime() - began)
                .isGreaterThanOrEqualTo(Duration.ofMillis(5).toNanos());
    }
}
