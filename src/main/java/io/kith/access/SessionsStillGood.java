package io.kith.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session whose account was changed or which has lasted its time; the very next request is nobody's. */
final class SessionsStillGood extends OncePerRequestFilter {

    private final Accounts accounts;
    private final Duration longest;
    private final Clock clock;

    SessionsStillGood(Accounts accounts, Duration longest, Clock clock) {
        this.accounts = accounts;
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signedIn = CurrentAccount.signedIn();
        if (signedIn != null && !good(signedIn, request)) {
            SecurityContextHolder.clearContext();
            var session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
        }
        chain.doFilter(request, response);
    }

    /** Whoever comes without a session has just been looked up anew, with the credential that the request shows. */
    private boolean good(SignedIn signedIn, HttpServletRequest request) {
        var account = request.getSession(false) == null
                ? accounts.find(signedIn.getName())
                : accounts.fresh(signedIn.getName());
        return account.filter(signedIn::isOf).isPresent()
                && clock.instant().isBefore(signedIn.at().plus(longest));
    }
}
