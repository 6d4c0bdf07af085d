package io.kith;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** The one clock of a run: the system's, until a test moves it; emptying the graph or {@link #reset()} sets it right again. */
@TestComponent
@Primary
public class TestClock extends Clock {

    private volatile Clock current = Clock.systemUTC();

    /** Stands still at an instant. */
    public void stopAt(Instant instant) {
        current = Clock.fixed(instant, ZoneOffset.UTC);
    }

    /** Stands still at an instant such as {@code 2026-03-01T10:00:00Z}. */
    public void stopAt(String instant) {
        stopAt(Instant.parse(instant));
    }

    /** Moves on by so much, backwards if negative, and keeps whether it runs. */
    public void move(Duration by) {
        current = Clock.offset(current, by);
    }

    public void reset() {
        current = Clock.systemUTC();
    }

    @Override
    public Instant instant() {
        return current.instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return current.withZone(zone);
    }
}
