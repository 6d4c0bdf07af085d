package io.kith.access;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Signs in by bearer token: one of Kith's own, or a JWT of the configured issuer. A JWT says only who somebody is; what
 * she may do is what the account of that name may, so that a change here counts at once whatever the token says.
 */
final class TokenSignIn implements AuthenticationManager {

    private final Accounts accounts;
    private final AccessTokens tokens;
    private final @Nullable JwtDecoder issuer;
    private final String nameClaim;
    private final SignInThrottle throttle;
    private final OperationLog log;
    private final Clock clock;

    TokenSignIn(
            Accounts accounts,
            AccessTokens tokens,
            @Nullable JwtDecoder issuer,
            String nameClaim,
            SignInThrottle throttle,
            OperationLog log,
            Clock clock) {
        this.throttle = throttle;
        this.log = log;
        this.accounts = accounts;
        this.tokens = tokens;
        this.issuer = issuer;
        this.nameClaim = nameClaim;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        if (!(attempt instanceof BearerTokenAuthenticationToken bearer)) {
            throw refused();
        }
        var token = bearer.getToken();
        try {
            return (token.startsWith(AccessTokens.PREFIX) ? byToken(token) : byJwt(token)).authentication();
        } catch (InvalidBearerTokenException refused) {
            note(bearer);
            throw refused;
        }
    }

    /** Tokens cannot be guessed, so a wrong one is not slowed; but a flood of them must not fill the log. */
    private void note(BearerTokenAuthenticationToken bearer) {
        var address = bearer.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        if (throttle.wait("bearer " + address, address).isZero()) {
            throttle.failed("bearer " + address, address);
            log.append(new Operation("", List.of("sign-in"), List.of(), address, "UNAUTHENTICATED", null));
        }
    }

    private SignedIn byToken(String secret) {
        var token = tokens.bySecret(secret).orElseThrow(TokenSignIn::refused);
        return new SignedIn(active(token.account()), clock.instant(), null, () -> tokens.isInForce(token));
    }

    private SignedIn byJwt(String token) {
        if (issuer == null) {
            throw refused();
        }
        Jwt jwt;
        try {
            jwt = issuer.decode(token);
        } catch (JwtException invalid) {
            throw refused();
        }
        var name = jwt.getClaimAsString(nameClaim);
        if (name == null) {
            throw refused();
        }
        var until = jwt.getExpiresAt();
        return new SignedIn(
                active(name),
                clock.instant(),
                jwt.getClaimAsInstant("auth_time"),
                () -> until == null || clock.instant().isBefore(until));
    }

    private HeldAccount active(String name) {
        return accounts.fresh(name).filter(held -> held.account().active()).orElseThrow(TokenSignIn::refused);
    }

    private static InvalidBearerTokenException refused() {
        return new InvalidBearerTokenException("The token is not in force.");
    }
}
