package io.kith.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kith.edge.InvalidInput;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords hashed with bcrypt. What was verified is remembered for a minute under a hash keyed anew at each start, so
 * that HTTP Basic does not pay for bcrypt on every request; a change of the account forgets it at once.
 */
@Component
class Passwords {

    static final Duration REMEMBERED = Duration.ofMinutes(1);

    private static final int SHORTEST = 8;
    /** More bytes than these bcrypt would not look at. */
    private static final int LONGEST_BYTES = 72;

    private static final String ALGORITHM = "HmacSHA256";

    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(10);
    private final SecretKeySpec key;
    private final String nobodysHash;
    private final Clock clock;
    private final Map<String, Verified> verified = new ConcurrentHashMap<>();

    Passwords(Clock clock) {
        this.clock = clock;
        var secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        key = new SecretKeySpec(secret, ALGORITHM);
        nobodysHash = encoded(random());
    }

    /** A password nobody can guess. */
    static String random() {
        var secret = new byte[18];
        new SecureRandom().nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** @throws InvalidInput for a password shorter than 8 characters or longer than 72 bytes */
    String hash(String password) {
        if (password.length() < SHORTEST || password.getBytes(UTF_8).length > LONGEST_BYTES) {
            throw new InvalidInput(
                    "A password has at least %d characters and at most %d bytes.".formatted(SHORTEST, LONGEST_BYTES));
        }
        return encoded(password);
    }

    /** Hashes what whoever runs Kith chose, whatever its length. */
    String hashAsGiven(String password) {
        return encoded(password);
    }

    /** Whether this very password was found right for this account within the last minute. */
    boolean remembers(String name, String password) {
        var found = verified.get(name);
        return found != null
                && clock.instant().isBefore(found.until())
                && MessageDigest.isEqual(found.keyed(), keyed(name, password));
    }

    /** Compares at the same cost whether there is an account or not. */
    boolean fits(String password, @Nullable HeldAccount account) {
        if (password.getBytes(UTF_8).length > LONGEST_BYTES) {
            return false;
        }
        var hash = account == null ? null : account.passwordHash();
        var same = bcrypt.matches(password, hash == null ? nobodysHash : hash);
        return same && hash != null;
    }

    void remember(String name, String password) {
        verified.put(name, new Verified(keyed(name, password), clock.instant().plus(REMEMBERED)));
    }

    void forget(String name) {
        verified.remove(name);
    }

    private String encoded(String password) {
        var hash = bcrypt.encode(password);
        if (hash == null) {
            throw new IllegalStateException("bcrypt made no hash");
        }
        return hash;
    }

    private byte[] keyed(String name, String password) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(name.getBytes(UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(password.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Verified(byte[] keyed, Instant until) {}
}
