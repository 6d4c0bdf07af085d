package io.kith.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

/** Three at once and one an hour, so that no test is in time for the next. */
class RequestRatesTest {

    private final RequestRates rates = new RequestRates(1, Duration.ofHours(1), 3);

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void anAccountHasItsShareWhereverItComesFrom() throws Exception {
        signIn("ana");
        for (var number = 0; number < 3; number++) {
            assertThat(ask("10.0.0." + number).getStatus()).isEqualTo(200);
        }
        var refused = ask("10.0.0.9");
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isBetween("3500", "3601");
        assertThat(refused.getContentAsString()).contains("LIMIT_EXCEEDED");
        signIn("ben");
        assertThat(ask("10.0.0.9").getStatus()).isEqualTo(200);
    }

    @Test
    void anAddressHasTenTimesThatWhoeverUsesIt() {
        var passed = IntStream.range(0, 100)
                .mapToObj(number -> {
                    signIn("account-" + number);
                    return ask("10.0.0.1");
                })
                .filter(answer -> answer.getStatus() == 200)
                .count();
        assertThat(passed).isEqualTo(30);
    }

    private static void signIn(String name) {
        var account = new HeldAccount(new Account(name, Level.DOCTOR, null, true, Instant.EPOCH), "", 0);
        SecurityContextHolder.getContext()
                .setAuthentication(new SignedIn(account, Instant.EPOCH, null).authentication());
    }

    private MockHttpServletResponse ask(String address) {
        var request = new MockHttpServletRequest("POST", "/graphql");
        request.setRemoteAddr(address);
        var response = new MockHttpServletResponse();
        try {
            rates.doFilter(request, response, new MockFilterChain());
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
        return response;
    }
}
