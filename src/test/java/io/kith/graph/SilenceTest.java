package io.kith.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

/** Once the store has let somebody wait in vain, or many wait, one caller a second tries and the others are told at once. */
class SilenceTest {

    private final AtomicLong now = new AtomicLong(1);
    private final Silence silence = new Silence(now::get, Duration.ofMillis(5));

    @Test
    void aStoreThatAnswersIsAskedByEverybody() {
        assertThat(silence.unlessSilent(() -> "Ana")).isEqualTo("Ana");
        assertThat(silence.unlessSilent(() -> "Ben")).isEqualTo("Ben");
    }

    @Test
    void aQuickRefusalIsNoSilence() {
        inVain(Duration.ofSeconds(1));

        assertThat(silence.unlessSilent(() -> "Ana")).isEqualTo("Ana");
    }

    @Test
    void whoWaitedInVainWhileAnotherWasAnsweredProvesNothing() {
        assertThatThrownBy(() -> silence.unlessSilent(() -> {
                    pass(Duration.ofSeconds(4));
                    assertThat(silence.unlessSilent(() -> "Ben")).isEqualTo("Ben");
                    throw new ServiceUnavailableException("no answer");
                }))
                .isInstanceOf(ServiceUnavailableException.class);

        assertThat(silence.unlessSilent(() -> "Ana")).isEqualTo("Ana");
    }

    @Test
    void afterALongWaitOneASecondTriesUntilOneIsAnswered() {
        inVain(Duration.ofSeconds(4));
        assertThatThrownBy(() -> silence.unlessSilent(() -> "Ana")).isInstanceOf(StoreSilent.class);

        pass(Duration.ofMillis(1100));
        assertThat(silence.unlessSilent(() -> {
                    assertThatThrownBy(() -> silence.unlessSilent(() -> "Ben")).isInstanceOf(StoreSilent.class);
                    return "Ana";
                }))
                .isEqualTo("Ana");

        assertThat(silence.unlessSilent(() -> "Ben")).isEqualTo("Ben");
    }

    @Test
    void whileManyWaitForLongNobodyJoinsThemUntilOneIsAnswered() {
        whileWaiting(15, () -> {
            pass(Duration.ofSeconds(4));
            assertThat(silence.unlessSilent(() -> "Ana")).isEqualTo("Ana");
        });
        pass(Duration.ofSeconds(4));
        whileWaiting(16, () -> {
            assertThat(silence.unlessSilent(() -> "Ana")).isEqualTo("Ana");
            pass(Duration.ofSeconds(4));
            silence.unlessSilent(() -> {
                assertThatThrownBy(() -> silence.unlessSilent(() -> "Ben")).isInstanceOf(StoreSilent.class);
                return "the one that tries";
            });
        });

        assertThat(silence.unlessSilent(() -> "Ben")).isEqualTo("Ben");
    }

    @Test
    void afterALostConnectionQuickAnswersMakeRoomForAFewAndTheSecondsForAll() {
        inVain(Duration.ofMillis(1));

        for (var places = 1; places < 8; places++) {
            hasRoomFor(places);
            assertThat(silence.unlessSilent(() -> "Ana")).isEqualTo("Ana");
        }
        for (var places = 8; places < 16; places++) {
            hasRoomFor(places);
            assertThat(silence.unlessSilent(() -> "Ana")).isEqualTo("Ana");
            hasRoomFor(places);
            pass(Duration.ofMillis(1001));
            assertThat(silence.unlessSilent(() -> "Ana")).isEqualTo("Ana");
        }
        hasRoomFor(16);
        pass(Duration.ofMillis(1001));
        assertThat(silence.unlessSilent(() -> "Ana")).isEqualTo("Ana");
        whileWaiting(100, () -> {});
    }

    @Test
    void slowAnswersMakeRoomForOneMoreASecond() {
        inVain(Duration.ofMillis(1));

        for (var answers = 0; answers < 10; answers++) {
            silence.unlessSilent(() -> slowly("Ana"));
        }

        hasRoomFor(3);
    }

    @Test
    void whoWaitsForRoomIsToldWhenTheStoreFallsSilent() throws Exception {
        var patient = new Silence(now::get, Duration.ofMinutes(1));
        var refusal = new CompletableFuture<Throwable>();
        var second = new Thread(() -> patient.unlessSilent(() -> "Ben"));
        second.setUncaughtExceptionHandler((thread, thrown) -> refusal.complete(thrown));
        loseConnection(patient, () -> {});
        pass(Duration.ofMillis(1));

        loseConnection(patient, () -> {
            second.start();
            Awaitility.await().until(() -> second.getState() == Thread.State.TIMED_WAITING);
            pass(Duration.ofSeconds(4));
        });

        assertThat(refusal.get(10, TimeUnit.SECONDS)).isInstanceOf(StoreSilent.class);
    }

    @Test
    void whoFindsNoRoomWaitsForIt() throws Exception {
        var patient = new Silence(now::get, Duration.ofMinutes(1));
        loseConnection(patient, () -> {});
        var answer = new CompletableFuture<String>();
        var second = new Thread(() -> answer.complete(patient.unlessSilent(() -> "Ben")));

        patient.unlessSilent(() -> {
            second.start();
            Awaitility.await().until(() -> second.getState() == Thread.State.TIMED_WAITING);
            assertThat(answer).isNotDone();
            return "Ana";
        });

        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo("Ben");
    }

    /** Nothing is answered while it is tried out, so that the room stays as it is. */
    private void hasRoomFor(int places) {
        var inside = new RuntimeException("inside");
        assertThatThrownBy(() -> whileWaiting(places, () -> {
                    assertThatThrownBy(() -> silence.unlessSilent(() -> "one too many"))
                            .isInstanceOf(StoreSilent.class);
                    throw new StoreSilent(inside);
                }))
                .hasCause(inside);
    }

    /** Each of so many waits within the wait of the one before it. */
    private void whileWaiting(int many, Runnable then) {
        silence.unlessSilent(() -> {
            if (many > 1) {
                whileWaiting(many - 1, then);
            } else {
                then.run();
            }
            return "answered";
        });
    }

    private void inVain(Duration wait) {
        pass(Duration.ofMillis(1));
        loseConnection(silence, () -> pass(wait));
    }

    private static void loseConnection(Silence silence, Runnable before) {
        assertThatThrownBy(() -> silence.unlessSilent(() -> {
                    before.run();
                    throw new ServiceUnavailableException("no answer");
                }))
                .isInstanceOf(ServiceUnavailableException.class);
    }

    private String slowly(String answer) {
        pass(Duration.ofMillis(300));
        return answer;
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
