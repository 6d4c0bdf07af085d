package io.kith.access;

import io.kith.graph.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The account behind the current request, as it is now. */
@Component
public class CurrentAccount implements Caller {

    /** What work is done as that no request asked for: jobs and the command line. */
    public static final String SYSTEM = "system";

    private final Accounts accounts;
    private final Clock clock;

    CurrentAccount(@Lazy Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public String name() {
        var signedIn = signedIn();
        return signedIn == null ? SYSTEM : signedIn.getName();
    }

    /** The account, or empty outside of requests. */
    public Optional<Account> account() {
        var signedIn = signedIn();
        return signedIn == null
                ? Optional.empty()
                : accounts.find(signedIn.getName()).filter(signedIn::isOf).map(HeldAccount::account);
    }

    /** As {@link #account}, looked up anew: for requests that come without passing the door again. */
    Optional<Account> accountAnew() {
        var signedIn = signedIn();
        return signedIn == null
                ? Optional.empty()
                : accounts.fresh(signedIn.getName()).filter(signedIn::isOf).map(HeldAccount::account);
    }

    /**
     * The account of a request.
     *
     * @throws Forbidden where nobody is signed in
     */
    public Account required() {
        return account().orElseThrow(() -> new Forbidden("Sign in first."));
    }

    /** Whether the password itself was typed within the last five minutes. */
    public boolean typedPasswordLately() {
        var signedIn = signedIn();
        return signedIn != null && signedIn.fresh(clock.instant());
    }

    /** Tells, for as long as it is asked, whether who is signed in now still is, as the account it was and not for too long. */
    BooleanSupplier watch(Duration longest) {
        var signedIn = signedIn();
        var account = account().orElse(null);
        return () -> signedIn != null
                && account != null
                && clock.instant().isBefore(signedIn.at().plus(longest))
                && accounts.fresh(signedIn.getName())
                        .filter(signedIn::isOf)
                        .filter(held -> held.account().equals(account))
                        .isPresent();
    }

    static @Nullable SignedIn signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn ? signedIn : null;
    }
}
