package io.kith.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kith.edge.Conflict;
import io.kith.edge.InvalidInput;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One key, one effect: a mutation sent twice under the same idempotency key is applied once and answered alike.
 *
 * <p>Keys belong to their caller and are kept 30 days. Two requests with one key at once: the key's uniqueness
 * constraint lets one through, the other waits for its commit and then gets its answer. The same key with another
 * mutation or other input is refused with {@code CONFLICT}.
 */
@Component
public class Once {

    /** How long a key is remembered. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final int LONGEST_KEY = 200;

    private final Graph graph;
    private final Clock clock;
    private final Caller caller;

    Once(Graph graph, Clock clock, Caller caller) {
        this.graph = graph;
        this.clock = clock;
        this.caller = caller;
    }

    /**
     * Does the work in one transaction, or finds what it did the first time.
     *
     * @param key the caller's idempotency key; null applies the work unconditionally
     * @param input the mutation's whole input as a record: its text decides whether two requests are the same
     * @param id what to remember of the result
     * @param again finds the result by what was remembered
     */
    public <T> T apply(
            @Nullable String key,
            String mutation,
            Object input,
            Function<T, String> id,
            Function<String, T> again,
            Supplier<T> work) {
        if (key == null) {
            return graph.write(work);
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new InvalidInput("idempotencyKey must have 1 to %d characters.".formatted(LONGEST_KEY));
        }
        var name = digest(caller.name() + "\n" + key);
        var fingerprint = digest(mutation + "\n" + input);
        return graph.write(() -> {
            var known = claim(name, fingerprint);
            if (known != null) {
                return again.apply(known);
            }
            var result = work.get();
            graph.run("graph/remember-key", Map.of("name", name, "resultId", id.apply(result)));
            return result;
        });
    }

    /** Forgets the keys older than 30 days, a thousand at most; returns how many there were. */
    public int forgetOld() {
        var before = clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC);
        return graph.write(() -> graph.one("graph/forget-keys", Map.of("before", before), row -> row.count("forgotten"))
                .orElse(0));
    }

    private @Nullable String claim(String name, String fingerprint) {
        var parameters = Map.of(
                "name", name, "fingerprint", fingerprint, "now", clock.instant().atOffset(ZoneOffset.UTC));
        var row = graph.one("graph/claim-key", parameters, known -> known).orElseThrow();
        if (!row.text("fingerprint").equals(fingerprint)) {
            throw new Conflict("This idempotencyKey was used before with other input; a new request needs a new key.");
        }
        return row.textOrNull("resultId");
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
