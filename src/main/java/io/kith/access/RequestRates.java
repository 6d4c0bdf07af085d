package io.kith.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.kith.edge.ErrorAnswer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets an account, and an address whoever uses it, ask so many times a second and, after a pause, so many at once. Reckons with
 * the time the machine has run, which no change of its clock disturbs.
 */
final class RequestRates extends OncePerRequestFilter {

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

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wait = wait(request.getRemoteAddr());
        if (wait == 0) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(TimeUnit.NANOSECONDS.toSeconds(wait) + 1));
        ErrorAnswer.write(response, 429, "LIMIT_EXCEEDED", "Too many requests; wait a little.");
    }

    /** Nanoseconds until the next request may come; none where this one may pass. */
    private long wait(String address) {
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
