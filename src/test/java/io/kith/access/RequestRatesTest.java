package io.kith.access;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionResult;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.server.WebGraphQlInterceptor.Chain;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.graphql.server.WebSocketSessionInfo;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.LinkedMultiValueMap;
import reactor.core.publisher.Mono;

/** Three at once and one an hour, so that no test is in time for the next. */
class RequestRatesTest {

    private static final URI GRAPHQL = URI.create("/graphql");
    private static final Map<String, Object> QUESTION = Map.of("query", "{ me { name } }");
    private static final Chain ANSWERED =
            request -> Mono.just(new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(
                    request.toExecutionInput(),
                    ExecutionResult.newExecutionResult().data(Map.of()).build())));

    /** Nothing is asked of the socket itself. */
    private static final WebSocketSessionInfo SOCKET = (WebSocketSessionInfo) Proxy.newProxyInstance(
            RequestRatesTest.class.getClassLoader(),
            new Class<?>[] {WebSocketSessionInfo.class},
            (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
            });

    private final RequestRates rates = new RequestRates(1, Duration.ofHours(1), 3);
    private final RatesOverHttp overHttp = new RatesOverHttp(rates);
    private final RatesOverSocket overSocket = new RatesOverSocket(rates);

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

    @Test
    void aMessageOfASocketIsOneOfThem() {
        signIn("ana");
        assertThat(ask("10.0.0.1").getStatus()).isEqualTo(200);
        assertThat(told(message("10.0.0.1"))).isEqualTo("OK");
        assertThat(told(message("10.0.0.1"))).isEqualTo("OK");
        assertThat(told(message("10.0.0.1"))).isEqualTo("LIMIT_EXCEEDED");
        assertThat(ask("10.0.0.1").getStatus()).isEqualTo(429);
    }

    @Test
    void theSocketsOfAnAddressHaveTenTimesThatTogether() {
        var passed = IntStream.range(0, 100)
                .mapToObj(number -> {
                    signIn("account-" + number);
                    return told(message("10.0.0.1"));
                })
                .filter("OK"::equals)
                .count();
        assertThat(passed).isEqualTo(30);
        assertThat(ask("10.0.0.1").getStatus()).isEqualTo(429);
    }

    @Test
    void whatCameOverHttpIsNotCountedOnceMore() {
        signIn("ana");
        var request = new WebGraphQlRequest(
                GRAPHQL,
                new HttpHeaders(),
                new LinkedMultiValueMap<>(),
                new InetSocketAddress("10.0.0.1", 1024),
                Map.of(),
                QUESTION,
                "1",
                Locale.ENGLISH);
        for (var number = 0; number < 10; number++) {
            assertThat(told(request)).isEqualTo("OK");
        }
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
            overHttp.doFilter(request, response, new MockFilterChain());
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
        return response;
    }

    private static WebGraphQlRequest message(String address) {
        return new WebSocketGraphQlRequest(
                GRAPHQL,
                new HttpHeaders(),
                new LinkedMultiValueMap<>(),
                new InetSocketAddress(address, 1024),
                Map.of(),
                QUESTION,
                "1",
                Locale.ENGLISH,
                SOCKET);
    }

    /** The code of the first error, OK where there is none. */
    private String told(WebGraphQlRequest request) {
        var errors = overSocket.intercept(request, ANSWERED).block().getErrors();
        return errors.isEmpty()
                ? "OK"
                : String.valueOf(errors.get(0).getExtensions().get("code"));
    }
}
