package io.kith.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mallory guesses Dora's password, then everybody's from one address. */
class SignInThrottleTest {

    private static final String NOON = "2026-03-01T12:00:00Z";

    private final TestClock clock = new TestClock();
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @BeforeEach
    void noon() {
        clock.stopAt(NOON);
    }

    @Test
    void fiveGuessesAreFreeThenEachWaitDoublesUpToAMinute() {
        guess("dora", "mallory's", 5);
        assertThat(throttle.wait("dora", "dora's")).isEqualTo(Duration.ofSeconds(1));
        guess("dora", "mallory's", 1);
        assertThat(throttle.wait("dora", "dora's")).isEqualTo(Duration.ofSeconds(2));
        guess("dora", "mallory's", 20);
        assertThat(throttle.wait("dora", "dora's")).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void whoWaitedMayTryAgainAndTimeForgives() {
        guess("dora", "mallory's", 6);
        clock.move(Duration.ofSeconds(2));
        assertThat(throttle.wait("dora", "dora's")).isZero();
        clock.move(Duration.ofMinutes(10));
        guess("dora", "mallory's", 4);
        assertThat(throttle.wait("dora", "dora's")).isZero();
    }

    @Test
    void anAddressThatTriesEveryAccountWaitsWhateverTheAccount() {
        for (var number = 0; number < 50; number++) {
            guess("account-" + number, "mallory's", 1);
        }
        assertThat(throttle.wait("dora", "mallory's")).isEqualTo(Duration.ofSeconds(1));
        assertThat(throttle.wait("dora", "dora's")).isZero();
    }

    @Test
    void aRightPasswordForgivesTheAccount() {
        guess("dora", "dora's", 7);
        throttle.succeeded("dora");
        assertThat(throttle.wait("dora", "dora's")).isZero();
    }

    @Test
    void aClockSetBackLocksNobodyOut() {
        guess("dora", "dora's", 60);
        clock.move(Duration.ofHours(-6));
        assertThat(throttle.wait("dora", "dora's")).isZero();
        guess("dora", "dora's", 1);
        assertThat(throttle.wait("dora", "dora's")).isBetween(Duration.ofMinutes(1), Duration.ofMinutes(15));
    }

    private void guess(String account, String address, int times) {
        for (var time = 0; time < times; time++) {
            throttle.failed(account, address);
        }
    }
}
