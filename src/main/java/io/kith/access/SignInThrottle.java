package io.kith.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows guessing: after five failures an account, and after fifty an address, waits one second, then two, four and so
 * on up to a minute for an account (so that nobody is shut out by a stranger for long) and a quarter of an hour for an
 * address. One failure is forgiven every minute.
 */
@Component
class SignInThrottle {

    private static final int REMEMBERED = 10_000;
    private static final Duration FORGIVEN_AFTER = Duration.ofMinutes(1);

    private final Clock clock;
    private final Failures accounts = new Failures(5, Duration.ofMinutes(1));
    private final Failures addresses = new Failures(50, Duration.ofMinutes(15));

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /** How long this account or address has to wait before it may try again; zero where it may at once. */
    synchronized Duration wait(String account, String address) {
        var now = clock.instant();
        var first = accounts.wait(account, now);
        var second = addresses.wait(address, now);
        return first.compareTo(second) > 0 ? first : second;
    }

    synchronized void failed(String account, String address) {
        var now = clock.instant();
        accounts.add(account, now);
        addresses.add(address, now);
    }

    synchronized void succeeded(String account) {
        accounts.of.remove(account);
    }

    private record Count(int failures, Instant at, Instant until) {}

    private static final class Failures {

        private final int free;
        private final Duration longest;
        private final Map<String, Count> of = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
                return size() > REMEMBERED;
            }
        };

        Failures(int free, Duration longest) {
            this.free = free;
            this.longest = longest;
        }

        /** Nobody waits for a failure to come, which is what a clock set back makes of one that was. */
        Duration wait(String key, Instant now) {
            var count = of.get(key);
            return count == null || now.isBefore(count.at()) || !now.isBefore(count.until())
                    ? Duration.ZERO
                    : Duration.between(now, count.until());
        }

        void add(String key, Instant now) {
            var before = of.get(key);
            var failures = before == null ? 1 : failuresLeft(before, now) + 1;
            of.put(key, new Count(failures, now, now.plus(delay(failures))));
        }

        private static int failuresLeft(Count count, Instant now) {
            var forgiven = Duration.between(count.at(), now).dividedBy(FORGIVEN_AFTER);
            return (int) Math.max(0, count.failures() - Math.max(0, forgiven));
        }

        private Duration delay(int failures) {
            if (failures < free) {
                return Duration.ZERO;
            }
            var seconds = 1L << Math.min(20, failures - free);
            return seconds < longest.toSeconds() ? Duration.ofSeconds(seconds) : longest;
        }
    }
}
