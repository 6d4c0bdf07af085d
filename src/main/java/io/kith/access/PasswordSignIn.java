package io.kith.access;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Signs a local account in by name and password, from the page's form or HTTP Basic. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final Accounts accounts;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final OperationLog log;
    private final Clock clock;

    PasswordSignIn(Accounts accounts, Passwords passwords, SignInThrottle throttle, OperationLog log, Clock clock) {
        this.log = log;
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var name = attempt.getName();
        var address = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        return verified(name, String.valueOf(attempt.getCredentials()), address).authentication();
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    /**
     * The account of a name if the password is its own.
     *
     * @throws TooManyTries while the account or the address has to wait
     * @throws BadCredentialsException for an unknown or inactive account as for a wrong password
     */
    SignedIn verified(String name, String password, String address) {
        var held = accounts.fresh(name).orElse(null);
        if (held == null || !passwords.remembers(name, password)) {
            var wait = throttle.wait(name, address);
            if (!wait.isZero()) {
                throw new TooManyTries(wait);
            }
            if (!passwords.fits(password, held)
                    || held == null
                    || !held.account().active()) {
                throttle.failed(name, address);
                log.append(signIn(held, address, "UNAUTHENTICATED"));
                throw new BadCredentialsException("Name and password do not fit.");
            }
            throttle.succeeded(name);
            passwords.remember(name, password);
            log.append(signIn(held, address, "OK"));
        }
        if (!held.account().active()) {
            throw new BadCredentialsException("Name and password do not fit.");
        }
        var now = clock.instant();
        return new SignedIn(held, now, now);
    }

    /** Names only accounts there are: what else was typed as a name may be anything, a password too. */
    private static Operation signIn(@Nullable HeldAccount held, String address, String outcome) {
        var who = held == null ? "" : held.account().name();
        return new Operation(who, List.of("sign-in"), List.of(), address, outcome, null);
    }

    /** A sign-in that came too soon after failed ones. */
    static final class TooManyTries extends AuthenticationException {

        private final Duration wait;

        TooManyTries(Duration wait) {
            super("Too many failed tries; wait %d s.".formatted(wait.toSeconds() + 1));
            this.wait = wait;
        }

        long seconds() {
            return wait.toSeconds() + 1;
        }
    }
}
