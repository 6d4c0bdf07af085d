package io.kith.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestGraph;
import jakarta.servlet.Filter;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Dora is a director, Carl of client service; Mallory has no account. */
@KithTest
class SignInTest {

    private static final String ME = "{\"query\":\"{ me { name level } }\"}";

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    Accounts accounts;

    @Autowired
    @Qualifier("springSecurityFilterChain")
    Filter filters;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/graphql",
                "/actuator",
                "/actuator/prometheus",
                "/actuator/env",
                "/graphiql",
                "/graphql/schema",
                "/anything"
            })
    void nothingAnswersMalloryButHealth(String path) {
        assertThat(get(path).statusCode()).isEqualTo(401);
        assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health").body()).doesNotContain("neo4j", "components");
    }

    @Test
    void malloryIsToldNothingButToSignIn() {
        var answer = api.anonymous().send("{ clients { totalCount } }", Map.of());
        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("UNAUTHENTICATED");
        assertThat(answer.has("data")).isFalse();
    }

    @Test
    void aBrowserIsSentToTheSignInPage() {
        var page = Api.send(HttpRequest.newBuilder(api.uri("/"))
                .header("Accept", "text/html,*/*")
                .build());
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in.html"));
        assertThat(get("/sign-in.html").statusCode()).isEqualTo(200);
        assertThat(get("/sign-in.js").statusCode()).isEqualTo(200);
    }

    @Test
    void eachSignsInAsHerself() {
        assertThat(api.ask("{ me { level } }").at("/me/level").asString()).isEqualTo("DIRECTOR");
        assertThat(api.as("client service")
                        .ask("{ me { level } }")
                        .at("/me/level")
                        .asString())
                .isEqualTo("CLIENT_SERVICE");
    }

    @Test
    void aWrongPasswordAndAnUnknownAccountLookAlike() {
        var wrong = post("/graphql", ME, Map.of("Authorization", Api.basic("director", "not it at all")));
        var unknown = post("/graphql", ME, Map.of("Authorization", Api.basic("mallory", "not it at all")));
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).isEqualTo(unknown.body());
        assertThat(wrong.headers().allValues("WWW-Authenticate")).noneMatch(challenge -> challenge.startsWith("Basic"));
    }

    @Test
    void guessingIsSlowed() {
        var name = "guessed-" + UUID.randomUUID();
        var wrong = Map.of("Authorization", Api.basic(name, "a guess"));
        for (var guess = 0; guess < 5; guess++) {
            assertThat(post("/graphql", ME, wrong).statusCode()).isEqualTo(401);
        }
        var slowed = post("/graphql", ME, wrong);
        assertThat(slowed.statusCode()).isEqualTo(429);
        assertThat(slowed.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void thePageSignsInWithASessionAndProvesEachRequestItsOwn() {
        var signedIn = api.signIn("director");
        assertThat(signedIn.statusCode()).isEqualTo(204);
        assertThat(signedIn.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("KITH-SESSION=")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Strict"));
        var session = Api.cookies(signedIn);

        assertThat(post("/graphql", ME, Map.of("Cookie", session)).statusCode())
                .as("a session alone proves nothing")
                .isEqualTo(403);
        assertThat(api.ask("{ operationLog(first: 5) { edges { node { account actions outcome } } } }")
                        .toString())
                .contains("{\"account\":\"director\",\"actions\":[\"POST /graphql\"],\"outcome\":\"FORBIDDEN\"}");
        var page = Api.send(HttpRequest.newBuilder(api.uri("/sign-in.html"))
                .header("Cookie", session)
                .build());
        var all = session + "; " + Api.cookies(page);
        var token = Api.cookie(all, "XSRF-TOKEN");
        var mine = post("/graphql", ME, Map.of("Cookie", all, "X-XSRF-TOKEN", token));
        assertThat(mine.body()).contains("\"level\":\"DIRECTOR\"");

        assertThat(post("/sign-out", "", Map.of("Cookie", all, "X-XSRF-TOKEN", token))
                        .statusCode())
                .isEqualTo(200);
        assertThat(post("/graphql", ME, Map.of("Cookie", all, "X-XSRF-TOKEN", token))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void whoComesWithAnAuthorizationIsGivenNoCookie() {
        var basic = Map.of("Authorization", Api.basic("director", Api.PASSWORD));
        assertThat(post("/graphql", ME, basic).headers().allValues("Set-Cookie"))
                .isEmpty();
        assertThat(post("/graphql", ME, Map.of()).headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("XSRF-TOKEN="));
    }

    @Test
    void anotherSitesPageIsTurnedAway() {
        var basic = Api.basic("director", Api.PASSWORD);
        assertThat(post("/graphql", ME, Map.of("Authorization", basic, "Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(api.ask("{ operationLog(first: 2) { edges { node { account actions outcome } } } }")
                        .toString())
                .contains("{\"account\":\"\",\"actions\":[\"POST /graphql\"],\"outcome\":\"FORBIDDEN\"}");
        assertThat(post("/graphql", ME, Map.of("Authorization", basic, "Origin", "https://elsewhere.example"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(post(
                                "/graphql",
                                ME,
                                Map.of(
                                        "Authorization",
                                        basic,
                                        "Origin",
                                        api.uri("").toString()))
                        .statusCode())
                .isEqualTo(200);
        var preflight = Api.send(HttpRequest.newBuilder(api.uri("/graphql"))
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .build());
        assertThat(preflight.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void onlyJsonIsRead(String type) {
        var request = HttpRequest.newBuilder(api.uri("/graphql"))
                .header("Authorization", Api.basic("director", Api.PASSWORD))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(ME))
                .build();
        assertThat(Api.send(request).statusCode()).isEqualTo(415);
    }

    @Test
    void nothingIsDoneByGet() {
        var request = HttpRequest.newBuilder(api.uri("/graphql?query=mutation%7Bx%7D"))
                .header("Authorization", Api.basic("director", Api.PASSWORD))
                .build();
        assertThat(Api.send(request).statusCode()).isBetween(400, 499);
    }

    @Test
    void everyAnswerTellsTheBrowserToBeStrict() {
        var headers = get("/sign-in.html").headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("Strict-Transport-Security"))
                .as("without TLS there is nothing to hold the browser to")
                .isEmpty();
    }

    @Test
    void behindTlsTheBrowserIsHeldToIt() throws Exception {
        var request = new MockHttpServletRequest("GET", "/sign-in.html");
        request.setSecure(true);
        var answer = new MockHttpServletResponse();
        filters.doFilter(request, answer, new MockFilterChain());
        assertThat(answer.getHeader("Strict-Transport-Security")).startsWith("max-age=31536000");
    }

    @Test
    void aTokenStandsForItsAccountUntilItIsRevoked() {
        var created = api.as("client service")
                .ask("mutation { createAccessToken(input: {name: \"script\"}) { secret token { id } } }")
                .path("createAccessToken");
        var bearer = api.with("Bearer " + created.path("secret").asString());
        assertThat(bearer.ask("{ me { name } }").at("/me/name").asString()).isEqualTo("client-service");
        assertThat(graph.run("MATCH (token:AccessToken) RETURN properties(token) AS all")
                        .toString())
                .doesNotContain(created.path("secret").asString());
        api.as("client service")
                .ask(
                        "mutation($id: ID!) { revokeAccessToken(input: {id: $id}) { id } }",
                        Map.of("id", created.at("/token/id").asString()));
        assertThat(bearer.refusedWith("{ me { name } }")).isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void aChangedPasswordEndsEverySession() {
        var name = "dora-" + UUID.randomUUID();
        accounts.create(name, Level.DIRECTOR, Api.PASSWORD, null, null);
        var session = api.session(name);
        assertThat(post("/graphql", ME, session).body()).contains(name);
        api.with(Api.basic(name, Api.PASSWORD))
                .ask(
                        "mutation($old: String!) { changePassword(input: {oldPassword: $old,"
                                + " newPassword: \"another long one\"}) { name } }",
                        Map.of("old", Api.PASSWORD));
        assertThat(post("/graphql", ME, session).statusCode()).isEqualTo(401);
        assertThat(api.with(Api.basic(name, Api.PASSWORD)).refusedWith("{ me { name } }"))
                .isEqualTo("UNAUTHENTICATED");
        accounts.setActive(name, false, null);
    }

    @Test
    void whoIsLetInNoMoreIsOutAtTheVeryNextRequest() {
        var name = "carl-" + UUID.randomUUID();
        accounts.create(name, Level.CLIENT_SERVICE, Api.PASSWORD, null, null);
        var session = api.session(name);
        var basic = api.with(Api.basic(name, Api.PASSWORD));
        assertThat(post("/graphql", ME, session).statusCode()).isEqualTo(200);
        assertThat(basic.ask("{ me { active } }").at("/me/active").asBoolean()).isTrue();
        var script = api.with("Bearer "
                + basic.ask("mutation { createAccessToken(input: {name: \"script\"}) { secret } }")
                        .at("/createAccessToken/secret")
                        .asString());
        assertThat(script.ask("{ me { active } }").at("/me/active").asBoolean()).isTrue();
        letIn(name, false);
        assertThat(post("/graphql", ME, session).statusCode()).isEqualTo(401);
        assertThat(basic.refusedWith("{ me { active } }")).isEqualTo("UNAUTHENTICATED");
        assertThat(script.refusedWith("{ me { active } }")).isEqualTo("UNAUTHENTICATED");
        letIn(name, true);
        assertThat(basic.ask("{ me { active } }").at("/me/active").asBoolean()).isTrue();
        assertThat(post("/graphql", ME, session).statusCode())
                .as("what she had opened before stays ended")
                .isEqualTo(401);
        assertThat(script.refusedWith("{ me { active } }")).isEqualTo("UNAUTHENTICATED");
        letIn(name, false);
    }

    @Test
    void aLevelChangedUnderAKeyIsChangedOnce() {
        var name = "carla-" + UUID.randomUUID();
        accounts.create(name, Level.CLIENT_SERVICE, Api.PASSWORD, null, null);
        accounts.changeLevel(name, Level.DOCTOR, "promoted " + name);
        accounts.changeLevel(name, Level.CLIENT_SERVICE, null);
        assertThat(accounts.changeLevel(name, Level.DOCTOR, "promoted " + name).level())
                .as("the repeated request finds what has become of her since")
                .isEqualTo(Level.CLIENT_SERVICE);
    }

    @Test
    void noPasswordIsKeptAsTyped() {
        api.as("client service").ask("{ me { name } }");
        var kept = graph.run("MATCH (account:Account) RETURN properties(account) AS all, account.passwordHash AS hash");
        assertThat(kept.toString()).doesNotContain(Api.PASSWORD);
        assertThat(kept).allMatch(row -> row.get("hash").asString().startsWith("$2a$10$"));
    }

    private void letIn(String name, boolean active) {
        api.ask(
                "mutation($name: String!, $active: Boolean!) { setAccountActive(input: {account: $name, active: $active})"
                        + " { active } }",
                Map.of("name", name, "active", active));
    }

    private HttpResponse<String> get(String path) {
        return Api.send(HttpRequest.newBuilder(api.uri(path)).build());
    }

    private HttpResponse<String> post(String path, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(api.uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return Api.send(request.build());
    }
}
