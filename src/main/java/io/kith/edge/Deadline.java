package io.kith.edge;

import graphql.GraphQLContext;
import io.micrometer.context.ContextRegistry;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Until when one request may be worked on. Counts the time the machine has run, which no change of its clock disturbs, and
 * goes along with the request to whatever thread works on it.
 */
public final class Deadline {

    private static final String KEY = Deadline.class.getName();
    private static final ThreadLocal<@Nullable Deadline> CURRENT = new ThreadLocal<>();

    static {
        ContextRegistry.getInstance().registerThreadLocalAccessor(KEY, CURRENT);
    }

    private final Duration allowed;
    private volatile long end;

    private Deadline(Duration allowed) {
        this.allowed = allowed;
        begin();
    }

    /** Gives a request so much time from now on. */
    static void set(GraphQLContext request, Duration allowed) {
        request.put(KEY, new Deadline(allowed));
    }

    /** Gives a request its time once more, as for the next event of a subscription. */
    static void renew(GraphQLContext request) {
        of(request).ifPresent(Deadline::begin);
    }

    /** The deadline of a request; empty where it has none. */
    public static Optional<Deadline> of(GraphQLContext request) {
        return Optional.ofNullable(request.get(KEY));
    }

    /** The deadline of the request this thread works on; empty where it works on none. */
    public static Optional<Deadline> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Works for a time at most, as a request does. */
    static void within(Duration allowed, Runnable work) {
        CURRENT.set(new Deadline(allowed));
        try {
            work.run();
        } finally {
            CURRENT.remove();
        }
    }

    public boolean isPast() {
        return end - System.nanoTime() <= 0;
    }

    /**
     * What is left of it.
     *
     * @throws LimitExceeded where nothing is
     */
    public Duration left() {
        var nanos = end - System.nanoTime();
        if (nanos <= 0) {
            throw exceeded();
        }
        return Duration.ofNanos(nanos);
    }

    /** What a request is refused with that came to its deadline. */
    public LimitExceeded exceeded() {
        return new LimitExceeded(
                "The request took longer than the %d ms it may and was given up; a mutation can be sent again under its idempotencyKey."
                        .formatted(allowed.toMillis()));
    }

    private void begin() {
        end = System.nanoTime() + allowed.toNanos();
    }
}
