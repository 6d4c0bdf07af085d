package io.kith.referral;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.kith.edge.LimitExceeded;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Ten referral codes a minute may be tried by an account, and from an address; right ones count like wrong ones. */
@Component
class CodeTries {

    private static final int TRIES = 10;
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Tries> tries = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > REMEMBERED;
        }
    };

    CodeTries(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts a try.
     *
     * @throws LimitExceeded for the eleventh within a minute
     */
    void take(String account, String address) {
        var mine = take("account " + account);
        var fromHere = address.isEmpty() || take("address " + address);
        if (!mine || !fromHere) {
            throw new LimitExceeded("%d referral codes a minute may be tried; wait a minute.".formatted(TRIES));
        }
    }

    private synchronized boolean take(String who) {
        var now = clock.instant();
        var known = tries.get(who);
        if (known == null || now.isBefore(known.since())) {
            known = new Tries(bucket(), now);
            tries.put(who, known);
        }
        return known.bucket().tryConsume(1);
    }

    private Bucket bucket() {
        return Bucket.builder()
                .withCustomTimePrecision(new ClockMeter(clock))
                .addLimit(limit -> limit.capacity(TRIES).refillIntervally(TRIES, EVERY))
                .build();
    }

    /** @param since when the first of them was; a clock that went back before it starts anew */
    private record Tries(Bucket bucket, Instant since) {}

    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
