package io.kith.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestGraph;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.exceptions.Neo4jException;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Just under each limit a request is answered, just over it is refused with {@code LIMIT_EXCEEDED}. */
@KithTest
class QueryLimitsTest {

    private static final JsonMapper JSON = JsonMapper.shared();

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

    /** Each client comes to 253 fields: herself, an edge, a node and fifty times five below her. */
    @Test
    void complexityJustUnderAndJustOver() {
        var most = (limits.complexity() - 1) / 253;
        answered(nested(most));
        refused(nested(most + 1));
    }

    @Test
    void characters() {
        var question = "{ client(id: \"A\") { id } } #";
        answered(question + "x".repeat(limits.characters() - question.length()));
        refused(question + "x".repeat(limits.characters() - question.length() + 1));
    }

    /** Four tokens and one field a piece, beside ten for the rest. */
    @Test
    void tokens() {
        var most = (limits.tokens() - 12) / 4;
        answered("{ client(id: \"A\") { %s } }".formatted("... { id } ".repeat(most)));
        refused("{ client(id: \"A\") { %s } }".formatted("... { id } ".repeat(most + 2)));
    }

    @Test
    void listsWithinListsOfAnArgument() {
        refused("{ client(id: %sA%s) { id } }".formatted("[".repeat(200), "]".repeat(200)));
    }

    @Test
    void oneMutationIsAnswered() {
        answered("mutation { one: registerClient(input: {id: \"D\", name: \"Dora\"}) { id } }");
    }

    @Test
    void theLongestPageThereIs() {
        answered("{ clients(first: 200) { edges { node { id } } } }");
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

    /** Somebody else holds the lock of the tree for as long as it takes. */
    @Test
    void aRequestThatTakesTooLongIsGivenUpHereAndInTheStore() {
        api.ask("mutation { registerClient(input: {id: \"B\", name: \"Ben\"}) { id } }");
        var request = Map.of(
                "query",
                "mutation { recordReferral(input: {referrerId: \"A\", referredId: \"B\"}) { id } }",
                "extensions",
                Map.of("timeLimitMillis", 300));
        graph.whileHeld("MATCH (tree:ReferralTree) SET tree.locked = true", () -> {
            var began = System.nanoTime();
            var answer = answer(request);
            assertThat(answer.at("/errors/0/extensions/code").asString())
                    .as("%s", answer)
                    .isEqualTo("LIMIT_EXCEEDED");
            assertThat(answer.has("data")).as("%s", answer).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
            assertThat(graph.run("SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'tree.locked'"
                            + " AND NOT currentQuery CONTAINS 'SHOW' RETURN currentQuery"))
                    .as("still waiting in the store")
                    .isEmpty();
        });
        assertThat(api.ask("{ client(id: \"B\") { referrer { id } } }")
                        .at("/client/referrer")
                        .isNull())
                .isTrue();
    }

    @Test
    void aStatementEndsWithItsRequest() {
        var endless = "UNWIND range(1, 1000000000) AS number UNWIND range(1, 1000) AS other RETURN max(number * other)";
        var began = System.nanoTime();
        assertThatThrownBy(() -> Deadline.within(Duration.ofMillis(200), () -> graph.run(endless)))
                .isInstanceOf(Neo4jException.class)
                .extracting(fault -> ((Neo4jException) fault).code())
                .asString()
                .contains("TransactionTimedOut");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void anAnswerIsMeasuredAsTheJsonItIsSentAs() {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("name", "王伟 \uD83D\uDE00 é");
        answer.put("several", Arrays.asList("a", null, true, new BigDecimal("12345.67")));
        answer.put("within", Map.of("none", List.of()));
        assertThat(AnswerSize.of(answer)).isBetween(bytes(answer), bytes(answer) + 2);
    }

    private static long bytes(Object json) {
        return JSON.writeValueAsBytes(json).length;
    }

    private JsonNode answer(Map<String, ?> request) {
        var sent = HttpRequest.newBuilder(api.uri("/graphql"))
                .header("Content-Type", "application/json")
                .header("Authorization", Api.basic("director", Api.PASSWORD))
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(request)))
                .build();
        return JSON.readTree(Api.send(sent).body());
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

    private static String nested(int first) {
        return "{ clients(first: %d) { edges { node { downline(first: 50) { edges { node { client { id name } } } } } } } }"
                .formatted(first);
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
