package io.kith.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Another house signs who Carl is; what he may do is what his account here may. */
@KithTest
class JwtTest {

    private static final SecretKeySpec KEY = key("the issuer's key, known to it and to Kith");
    private static final SecretKeySpec FOREIGN = key("a key that somebody else made up for himself");

    @Autowired
    Api api;

    @Autowired
    Accounts accounts;

    @Autowired
    AccessTokens tokens;

    @Autowired
    OperationLog log;

    @Autowired
    TestClock clock;

    private TokenSignIn signIn;

    @BeforeEach
    void carl() {
        clock.reset();
        api.as("client service");
        signIn = new TokenSignIn(
                accounts,
                tokens,
                NimbusJwtDecoder.withSecretKey(KEY).build(),
                "sub",
                new SignInThrottle(clock),
                log,
                clock);
    }

    @Test
    void aSignedNameIsLetIn() throws JOSEException {
        var in = signIn.authenticate(bearer(KEY, "client-service", Duration.ofMinutes(5), null));
        assertThat(in.getName()).isEqualTo("client-service");
        assertThat(((SignedIn) in.getPrincipal()).fresh(clock.instant())).isFalse();
    }

    @Test
    void aPasswordTypedThereLatelyCountsHere() throws JOSEException {
        var in = signIn.authenticate(bearer(KEY, "client-service", Duration.ofMinutes(5), clock.instant()));
        assertThat(((SignedIn) in.getPrincipal()).fresh(clock.instant())).isTrue();
        assertThat(((SignedIn) in.getPrincipal()).fresh(clock.instant().plus(SignedIn.FRESH)))
                .isFalse();
    }

    @Test
    void aForeignKeyAnEndedTokenAndAnUnknownNameAreNot() throws JOSEException {
        refused(bearer(FOREIGN, "client-service", Duration.ofMinutes(5), null));
        refused(bearer(KEY, "client-service", Duration.ofMinutes(-5), null));
        refused(bearer(KEY, "mallory", Duration.ofMinutes(5), null));
        refused(new BearerTokenAuthenticationToken("no.jwt.atall"));
    }

    @Test
    void anAccountThatIsActiveNoMoreIsNotHelpedByItsToken() throws JOSEException {
        var bearer = bearer(KEY, "client-service", Duration.ofMinutes(5), null);
        accounts.setActive("client-service", false, null);
        try {
            refused(bearer);
        } finally {
            accounts.setActive("client-service", true, null);
        }
    }

    private void refused(BearerTokenAuthenticationToken bearer) {
        assertThatThrownBy(() -> signIn.authenticate(bearer)).isInstanceOf(OAuth2AuthenticationException.class);
    }

    private BearerTokenAuthenticationToken bearer(
            SecretKeySpec key, String name, Duration valid, @Nullable Instant typedAt) throws JOSEException {
        var claims = new JWTClaimsSet.Builder()
                .subject(name)
                .expirationTime(Date.from(clock.instant().plus(valid)));
        if (typedAt != null) {
            claims.claim("auth_time", typedAt.getEpochSecond());
        }
        var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
        jwt.sign(new MACSigner(key));
        return new BearerTokenAuthenticationToken(jwt.serialize());
    }

    private static SecretKeySpec key(String secret) {
        return new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256");
    }
}
