package io.kith.access;

import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Who signed in, how and when; what the account may do is looked up anew at each request. */
final class SignedIn implements Principal {

    /** How long a typed password counts for key actions. */
    static final Duration FRESH = Duration.ofMinutes(5);

    private final String account;
    private final long version;
    private final Instant at;
    private final BooleanSupplier token;
    private final boolean byPassword;
    private volatile @Nullable Instant passwordAt;
    private volatile boolean out;

    /** @param passwordAt when the password itself was last typed */
    SignedIn(HeldAccount account, Instant at, @Nullable Instant passwordAt) {
        this(account, at, passwordAt, () -> true, true);
    }

    /**
     * Signed in by a token.
     *
     * @param passwordAt when the password itself was last typed, as far as the token says
     * @param token whether it still holds
     */
    SignedIn(HeldAccount account, Instant at, @Nullable Instant passwordAt, BooleanSupplier token) {
        this(account, at, passwordAt, token, false);
    }

    private SignedIn(
            HeldAccount account, Instant at, @Nullable Instant passwordAt, BooleanSupplier token, boolean byPassword) {
        this.token = token;
        this.byPassword = byPassword;
        this.account = account.account().name();
        this.version = account.version();
        this.at = at;
        this.passwordAt = passwordAt;
    }

    @Override
    public String getName() {
        return account;
    }

    Instant at() {
        return at;
    }

    /** Whether she has not signed out, her token still holds, and the account's password and activity are as they were. */
    boolean isOf(HeldAccount now) {
        return !out && now.account().active() && now.version() == version && token.getAsBoolean();
    }

    /** Whatever she opened while signed in, such as a web socket, is nobody's from now on. */
    void signOut() {
        out = true;
    }

    /** A password typed under a token makes no more of the token than it is. */
    void typedPassword(Instant when) {
        if (byPassword) {
            passwordAt = when;
        }
    }

    boolean fresh(Instant now) {
        var typed = passwordAt;
        return typed != null && now.isBefore(typed.plus(FRESH));
    }

    Authentication authentication() {
        return UsernamePasswordAuthenticationToken.authenticated(this, null, List.of());
    }
}
