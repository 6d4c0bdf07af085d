package io.kith.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestGraph;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Just under each limit a request is answered, just over it is refused with {@code LIMIT_EXCEEDED}. */
@KithTest
class QueryLimitsTest {

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    QueryLimits limits;

    @BeforeEach
    void ana() {
        graph.clear();
        api.ask("mutation { registerClient(input: {id: \"A\", name: \"Ana\"}) { id } }");
    }

    @Test
    void depth() {
        answered(deep(limits.depth()));
        refused(deep(limits.depth() + 1));
        refused(deep(400));
    }

    @Test
    void aliases() {
        answered(aliased(limits.aliases()));
        refused(aliased(limits.aliases() + 1));
    }

    @Test
    void directives() {
        answered(directed(limits.directives()));
        refused(directed(limits.directives() + 1));
    }

    @Test
    void fieldsWhereverTheirFragmentIsSpread() {
        answered(spread(100, 9));
        refused(spread(100, 11));
    }

    /** Forty fragments that spread the next one twice: a million million fields in two thousand characters. */
    @Test
    void aBombOfFragments() {
        var bomb = IntStream.range(0, 40)
                .mapToObj(
                        number -> "fragment F%d on Client { ...F%d ...F%d }".formatted(number, number + 1, number + 1))
                .collect(Collectors.joining(" "));
        refused("{ client(id: \"A\") { ...F0 } } %s fragment F40 on Client { id }".formatted(bomb));
    }

    @Test
    void mutationsInOneRequest() {
        refused("mutation { one: registerClient(input: {id: \"B\", name: \"Ben\"}) { id }"
                + " two: registerClient(input: {id: \"C\", name: \"Cleo\"}) { id } }");
        assertThat(api.ask("{ client(id: \"B\") { id } }").path("client").isNull())
                .isTrue();
    }

    @Test
    void whatAnAnswerMayComeTo() {
        var nested =
                "query($first: Int!) { clients(first: $first) { edges { node { downline(first: 50) { edges { node {"
                        + " client { id name } } } } } } } }";
        assertThat(api.send(nested, Map.of("first", 50)).path("errors").toString())
                .isEmpty();
        assertThat(api.refusedWith(nested, Map.of("first", 200))).isEqualTo("LIMIT_EXCEEDED");
        refused(
                "{ clients(first: 200) { edges { node { downline(first: 200) { edges { node { generation } } } } } } }");
    }

    @Test
    void charactersAndTokens() {
        answered("{ client(id: \"A\") { id } } #%s".formatted("x".repeat(limits.characters() - 40)));
        refused("{ client(id: \"A\") { id } } #%s".formatted("x".repeat(limits.characters())));
        refused("{ client(id: \"A\") { %s } }".formatted("id ".repeat(limits.tokens())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483647", "201", "-1", "null"})
    void aPageNobodyMayHave(String first) {
        var answer = api.send("{ clients(first: %s) { edges { node { id } } } }".formatted(first), Map.of());
        assertThat(answer.at("/errors/0/extensions/code").asString())
                .as("%s", answer)
                .isIn("LIMIT_EXCEEDED", "INVALID_INPUT");
    }

    @Test
    void whatCannotBeReadHasACodeToo() {
        assertThat(api.refusedWith("{ client(id: ")).isEqualTo("INVALID_INPUT");
        assertThat(api.refusedWith("{ nonsense }")).isEqualTo("INVALID_INPUT");
    }

    @Test
    void aBodyThatTellsItsLengthAndOneThatDoesNot() {
        assertThat(status(BodyPublishers.ofByteArray(body(limits.bodyBytes())))).isEqualTo(200);
        assertThat(status(BodyPublishers.ofByteArray(body(limits.bodyBytes() + 1))))
                .isEqualTo(413);
        var endless = body(limits.bodyBytes() + 100_000);
        assertThat(status(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(endless))))
                .isEqualTo(413);
    }

    private int status(HttpRequest.BodyPublisher body) {
        return Api.send(HttpRequest.newBuilder(api.uri("/graphql"))
                        .header("Content-Type", "application/json")
                        .header("Authorization", Api.basic("director", Api.PASSWORD))
                        .POST(body)
                        .build())
                .statusCode();
    }

    /** A good request of exactly that many bytes, most of them blank. */
    private static byte[] body(int length) {
        var request = "{\"query\": \"{ client(id: \\\"A\\\") { id } }\"}".getBytes();
        var body = Arrays.copyOf(request, length);
        Arrays.fill(body, request.length, length, (byte) ' ');
        return body;
    }

    private static String deep(int depth) {
        return "{ client(id: \"A\") { %s id %s } }".formatted("root { ".repeat(depth - 2), "} ".repeat(depth - 2));
    }

    private static String aliased(int count) {
        return IntStream.range(0, count)
                .mapToObj("a%d: id"::formatted)
                .collect(Collectors.joining(" ", "{ client(id: \"A\") { ", " } }"));
    }

    private static String directed(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "id @include(if: true)")
                .collect(Collectors.joining(" ", "{ client(id: \"A\") { ", " } }"));
    }

    private static String spread(int fields, int times) {
        return "{ client(id: \"A\") { %s } } fragment Many on Client { %s }"
                .formatted("...Many ".repeat(times), "id ".repeat(fields));
    }

    private void answered(String document) {
        assertThat(api.send(document, Map.of()).path("errors").toString()).isEmpty();
    }

    private void refused(String document) {
        assertThat(api.refusedWith(document)).isEqualTo("LIMIT_EXCEEDED");
    }
}
