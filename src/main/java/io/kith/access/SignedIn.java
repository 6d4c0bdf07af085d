package io.kith.access;

import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    private volatile @Nullable Instant passwordAt;

    /** @param passwordAt when the password itself was last typed; null where a token stands for it */
    SignedIn(HeldAccount account, Instant at, @Nullable Instant passwordAt) {
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

    /** Whether the account's password and activity have not been changed since. */
    boolean isOf(HeldAccount now) {
        return now.account().active() && now.version() == version;
    }

    void typedPassword(Instant when) {
        passwordAt = when;
    }

    boolean fresh(Instant now) {
        var typed = passwordAt;
        return typed != null && now.isBefore(typed.plus(FRESH));
    }

    Authentication authentication() {
        return UsernamePasswordAuthenticationToken.authenticated(this, null, List.of());
    }
}
