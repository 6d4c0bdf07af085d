package io.kith.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * Lets an account, and an address whoever uses it, ask so many times a second and, after a pause, so many at once. Reckons with
 * the time the machine has run, which no change of its clock disturbs.
 */
final class RequestRates {

    /** What a refused request is told, whichever way it came. */
    static final String TOO_MANY = "Too many requests; wait a little.";

    private static final int REMEMBERED = 10_000;
    private static final int ACCOUNTS_AN_ADDRESS = 10;

    private final int requests;
    private final Duration every;
    private final int burst;
    private final Cache<String, Bucket> accounts = remembered();
    private final Cache<String, Bucket> addresses = remembered();

    /** @param burst how many at once after a pause */
    RequestRates(int requests, Duration every, int burst) {
        this.requests = requests;
        this.every = every;
        this.burst = burst;
    }

    /** Counts a request of whoever is signed in: nanoseconds until she may ask again, none where this one may pass. */
    long count(String address) {
        var fromHere = take(addresses, address, ACCOUNTS_AN_ADDRESS);
        var signedIn = CurrentAccount.signedIn();
        return signedIn == null ? fromHere : Math.max(fromHere, take(accounts, signedIn.getName(), 1));
    }

    private long take(Cache<String, Bucket> of, String key, int times) {
        return of.get(key, none -> bucket(times))
                .tryConsumeAndReturnRemaining(1)
                .getNanosToWaitForRefill();
    }

    private Bucket bucket(int times) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity((long) burst * times).refillGreedy((long) requests * times, every))
                .build();
    }

    private static Cache<String, Bucket> remembered() {
        return Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    }
}
