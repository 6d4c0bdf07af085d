package io.kith.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kith.edge.Connection;
import io.kith.edge.InvalidInput;
import io.kith.edge.NotFound;
import io.kith.edge.Paging;
import io.kith.graph.ChangeReader;
import io.kith.graph.Changes;
import io.kith.graph.Graph;
import io.kith.graph.Once;
import io.kith.graph.Processes;
import io.kith.graph.Row;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;

/**
 * Access tokens: hashed in the graph, held in memory, in force until they expire or are revoked. Where another process may
 * have revoked one, it is looked up in the graph.
 */
@Component
@DependsOn("schema")
class AccessTokens implements InitializingBean, ChangeReader {

    /** What every token begins with, so that leaked ones are found by those who look for them. */
    static final String PREFIX = "kith_";

    private static final String REVOKED = "token";
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LIFE = 365;

    private final Graph graph;
    private final Once once;
    private final Clock clock;
    private final Processes processes;
    private final Changes changes;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, AccessToken> byHash = new ConcurrentHashMap<>();

    AccessTokens(Graph graph, Once once, Clock clock, Processes processes, Changes changes) {
        this.graph = graph;
        this.once = once;
        this.clock = clock;
        this.processes = processes;
        this.changes = changes;
    }

    @Override
    public void afterPropertiesSet() {
        lookAnew();
    }

    /** The token in force that a secret is. */
    Optional<AccessToken> bySecret(String secret) {
        var hash = hash(secret);
        if (processes.maybeSeveral()) {
            inGraph(hash).ifPresentOrElse(token -> byHash.put(hash, token), () -> byHash.remove(hash));
        }
        return Optional.ofNullable(byHash.get(hash))
                .filter(token -> clock.instant().isBefore(token.expiresAt()));
    }

    @Override
    public String topic() {
        return REVOKED;
    }

    /** Ends what goes on under a revoked token; each request looks for itself. */
    @Override
    public void changed(List<Row> news) {
        lookAnew();
    }

    @Override
    public void missed() {
        lookAnew();
    }

    /** Whether a token has neither been revoked nor expired. */
    boolean isInForce(AccessToken token) {
        return byHash.containsValue(token) && clock.instant().isBefore(token.expiresAt());
    }

    Connection<AccessToken> of(String account, Paging paging) {
        heedTheOthers();
        var after = paging.after();
        var found = byHash.values().stream()
                .filter(token -> token.account().equals(account))
                .filter(token -> after == null || token.id().compareTo(after) > 0)
                .sorted(Comparator.comparing(AccessToken::id))
                .limit(paging.oneMore())
                .toList();
        return Connection.of(found, paging, AccessToken::id, null);
    }

    /** Makes a token; the secret is in the answer and nowhere else. */
    Created create(String account, String name, int days, @Nullable String idempotencyKey) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new InvalidInput("The token's name must have 1 to %d characters.".formatted(LONGEST_NAME));
        }
        if (days < 1 || days > LONGEST_LIFE) {
            throw new InvalidInput("days is %d; a token lives 1 to %d days.".formatted(days, LONGEST_LIFE));
        }
        return once.apply(
                idempotencyKey,
                "createAccessToken",
                new Wanted(account, name, days),
                created -> created.token().id(),
                id -> new Created(byId(id), null),
                () -> add(account, name, days));
    }

    /** Ends a token at once. */
    AccessToken revoke(String id, Account asker) {
        var token = byId(id);
        if (!token.account().equals(asker.name()) && asker.level() != Level.DIRECTOR) {
            throw NotFound.of("access token", id);
        }
        var parameters = Map.of("id", id, "revokedAt", clock.instant().atOffset(ZoneOffset.UTC));
        return graph.write(() -> {
            graph.run("access/revoke-token", parameters);
            changes.tell(REVOKED, Map.of());
            graph.afterCommit(() -> byHash.values().remove(token));
            return token;
        });
    }

    /** Ends all tokens of an account at once. */
    void endAllOf(String account) {
        var parameters = Map.of("account", account, "revokedAt", clock.instant().atOffset(ZoneOffset.UTC));
        graph.write(() -> {
            graph.run("access/revoke-tokens", parameters);
            changes.tell(REVOKED, Map.of());
            graph.afterCommit(
                    () -> byHash.values().removeIf(token -> token.account().equals(account)));
            return account;
        });
    }

    private Created add(String account, String name, int days) {
        var now = clock.instant();
        var secret = secret();
        var token = new AccessToken(UUID.randomUUID().toString(), account, name, now, now.plus(Duration.ofDays(days)));
        var hash = hash(secret);
        var row = Map.of(
                "id", token.id(),
                "name", name,
                "hash", hash,
                "createdAt", now.atOffset(ZoneOffset.UTC),
                "expiresAt", token.expiresAt().atOffset(ZoneOffset.UTC));
        graph.one("access/create-token", Map.of("account", account, "token", row), made -> made.text("id"))
                .orElseThrow(() -> NotFound.of("account", account));
        graph.afterCommit(() -> byHash.put(hash, token));
        return new Created(token, secret);
    }

    private AccessToken byId(String id) {
        heedTheOthers();
        return byHash.values().stream()
                .filter(token -> token.id().equals(id))
                .findFirst()
                .orElseThrow(() -> NotFound.of("access token", id));
    }

    private Optional<AccessToken> inGraph(String hash) {
        try {
            return graph.one("access/token", Map.of("hash", hash), AccessTokens::read);
        } catch (RuntimeException silent) {
            throw new OutOfReach(silent);
        }
    }

    private void heedTheOthers() {
        if (processes.maybeSeveral()) {
            lookAnew();
        }
    }

    private void lookAnew() {
        var inForce = new HashMap<String, AccessToken>();
        graph.each("access/tokens", Map.of(), row -> inForce.put(row.text("hash"), read(row)));
        byHash.keySet().retainAll(inForce.keySet());
        byHash.putAll(inForce);
    }

    private String secret() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A secret of 256 random bits needs no slow hash. */
    private static String hash(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static AccessToken read(Row row) {
        return new AccessToken(
                row.text("id"),
                row.text("account"),
                row.text("name"),
                row.instant("createdAt"),
                row.instant("expiresAt"));
    }

    record Created(AccessToken token, @Nullable String secret) {}

    private record Wanted(String account, String name, int days) {}
}
