package io.kith;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.kith.access.Accounts;
import io.kith.access.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every query and mutation of the schema with valid documents and arguments nobody would send by accident: null, negative,
 * huge, empty, very long, odd characters, foreign ids and cursors. A director gets data or a refusal with a code.
 */
@KithTest
class HostileArgumentsTest {

    private static final int ROUNDS = Math.max(3, Integer.getInteger("kith.test.hostile", 1500) / 500);
    private static final int MOST_SHOWN = 12;
    private static final int DEEPEST = 4;

    private static final JsonMapper JSON = JsonMapper.shared();

    /** An account made here would stay for the tests after this one. */
    private static final Set<String> LEFT_ALONE = Set.of("createAccount");

    private static final List<String> THERE = List.of("A", "B", "S1", "T1", "V1");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "x",
            "A'",
            "-1",
            "null",
            "x".repeat(10_000),
            "\u5218".repeat(2_000),
            "\u0000",
            "a\u0000b",
            "\ud800",
            "\udc00x",
            "\u202eA",
            "\ufeffA",
            "\uffff",
            "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
            "e\u0301\u0301\u0301",
            "\u0130",
            "\uff11\uff12",
            "\t\r\n",
            "'}) DETACH DELETE n //",
            "\"\\",
            "${jndi:ldap://x}",
            "%s%n%d",
            "{}",
            "../../etc/passwd",
            "=1+1",
            "*:*",
            "+86 138",
            "a AND (",
            "\\",
            "`",
            "~",
            "2026-01-01",
            "9999-12-31T00:00:00Z A");

    private static final List<String> CURSORS = List.of(
            "x",
            "",
            "-1",
            "0",
            "9223372036854775808",
            "1e9",
            "\u0000",
            "A B",
            "A\u0000B",
            "null",
            "9999-12-31T00:00:00Z A",
            "-999999999-01-01T00:00:00Z ",
            "+999999999-12-31T23:59:59.999999999Z A",
            "1,2,3",
            "{}",
            "NaN A",
            "1.5 A",
            "A A A A");

    private static final List<Object> WHOLE = List.of(0, 1, -1, 2, 20, 200, 201, Integer.MAX_VALUE, Integer.MIN_VALUE);

    private static final List<Object> LONGS = List.of(0L, 1L, -1L, Long.MAX_VALUE, Long.MIN_VALUE);

    private static final List<Object> FRACTIONS = List.of(0.0, 0.5, 1.0, -1.0, 1e308, -1e308, 5e-324, 1e-9, 60.0, 1e18);

    private static final List<String> DECIMALS = List.of(
            "0",
            "-1",
            "0.005",
            "1e308",
            "1e-400",
            "1e4000",
            "1E+99999",
            "1E+999999999",
            "-1E-999999999",
            "99999999999999999999999999999999",
            "100.00",
            "-0.0");

    private static final List<Object> DAYS = List.of(
            "2026-01-01",
            "2024-02-29",
            "0001-01-01",
            "9999-12-31",
            "-0001-01-01",
            "+12345-01-01",
            "+999999999-12-31",
            "-999999999-01-01",
            "1900-01-01",
            "1970-01-01");

    private static final List<Object> INSTANTS = List.of(
            "2026-01-01T00:00:00Z",
            "0001-01-01T00:00:00+18:00",
            "9999-12-31T23:59:59.999999999-18:00",
            "1970-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z",
            "2026-06-01T12:00:00+05:45");

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    GraphQlSource source;

    @Autowired
    Accounts accounts;

    private Random random = new Random();
    private Arguments values = new Hostile(random);

    /** Values nobody would send by accident. */
    private static final class Hostile extends Arguments {

        private final Random random;

        Hostile(Random random) {
            this.random = random;
        }

        @Override
        protected boolean isNull() {
            return random.nextInt(8) == 0;
        }

        @Override
        protected boolean has(int depth) {
            return depth < DEEPEST && random.nextInt(10) < 5;
        }

        @Override
        protected int length() {
            return random.nextInt(20) == 0 ? 250 : random.nextInt(4);
        }

        @Override
        protected <T> T oneOf(List<T> several) {
            return several.get(random.nextInt(several.size()));
        }

        @Override
        protected Object scalar(String type, String name) {
            return switch (type) {
                case "Int" -> oneOf(WHOLE);
                case "Long" -> oneOf(LONGS);
                case "Float" -> oneOf(FRACTIONS);
                case "Decimal" -> new Name(oneOf(DECIMALS));
                case "Boolean" -> random.nextBoolean();
                case "Date" -> oneOf(DAYS);
                case "DateTime" -> oneOf(INSTANTS);
                default -> text(name);
            };
        }

        private String text(String name) {
            if (name.equals("after") && random.nextBoolean()) {
                return Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(oneOf(CURSORS).getBytes(UTF_8));
            }
            return random.nextInt(5) < 2 ? oneOf(THERE) : oneOf(TEXTS);
        }
    }

    /** A document, with what it takes as variables. */
    private static final class Draft {

        private final List<String> declared = new ArrayList<>();
        private final Map<String, String> variables = new LinkedHashMap<>();

        String variable(GraphQLType type, String json) {
            var name = "v" + declared.size();
            declared.add("$%s: %s".formatted(name, GraphQLTypeUtil.simplePrint(type)));
            variables.put(name, json);
            return "$" + name;
        }
    }

    /** Ana brought Ben, who was here once; an account of its own, so that no other is slowed down. */
    @BeforeEach
    void aSmallClinic() {
        graph.clear();
        graph.run("CREATE (:Staff {id: 'S1', name: 'Sara', role: 'CONSULTANT'})");
        graph.run("CREATE (:Treatment {code: 'T1', name: 'Peel', category: 'SKIN', price: 10000, effectDays: 90})");
        api.ask("mutation { registerClient(input: {id: \"A\", name: \"Ana\"}) { id } }");
        api.ask(
                "mutation { recordReferral(input: {referrerId: \"A\", newClient: {id: \"B\", name: \"Ben\"}}) { id } }");
        if (accounts.byName("hostile").isEmpty()) {
            accounts.create("hostile", Level.DIRECTOR, Api.PASSWORD, null, null);
        }
    }

    /** What was started in the background ends before the next test empties the store. */
    @AfterEach
    void quiet() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> !api.ask("{ jobs(first: 50) { edges { node { state } } } }")
                        .toString()
                        .contains("RUNNING"));
        graph.clear();
    }

    @Test
    void everyFieldAnswersOrRefusesWithACode() {
        var seed = Integer.getInteger("kith.test.hostile") == null ? 1 : System.nanoTime();
        random = new Random(seed);
        values = new Hostile(random);
        var faults = new ArrayList<String>();
        for (var root : List.of(schema().getQueryType(), schema().getMutationType())) {
            for (var field : root.getFieldDefinitions()) {
                for (var round = 0; round < ROUNDS && faults.size() < MOST_SHOWN; round++) {
                    if (!LEFT_ALONE.contains(field.getName())) {
                        ask(root, field, faults);
                    }
                }
            }
        }
        assertThat(faults).as("seed %d", seed).isEmpty();
    }

    private void ask(GraphQLObjectType root, GraphQLFieldDefinition field, List<String> faults) {
        var draft = new Draft();
        var asked = written(field, draft, 0);
        var operation = root == schema().getQueryType() ? "query" : "mutation";
        var declared = draft.declared.isEmpty() ? "" : "(" + String.join(", ", draft.declared) + ")";
        var document = "%s%s { %s }".formatted(operation, declared, asked);
        var variables = draft.variables.entrySet().stream()
                .map(variable -> "\"%s\": %s".formatted(variable.getKey(), variable.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
        var body = "{\"query\": %s, \"variables\": %s}".formatted(JSON.writeValueAsString(document), variables);
        var head =
                "POST /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                        + "Accept: application/json\r\nAuthorization: %s\r\nContent-Length: %d\r\n\r\n"
                                .formatted(Api.basic("hostile", Api.PASSWORD), body.getBytes(UTF_8).length);
        var answer = RawHttp.send(api.uri("/").getPort(), (head + body).getBytes(UTF_8));
        var found = Answers.faults(answer);
        if (answer.status() != 200) {
            found.add("status " + answer.status());
        }
        if (!found.isEmpty()) {
            faults.add("%s%n    to %s%n    with %s%n    came %s"
                    .formatted(found, document, shortly(variables), shortly(answer.body())));
        }
    }

    private String written(GraphQLFieldDefinition field, Draft draft, int depth) {
        var arguments = new ArrayList<String>();
        for (var argument : field.getArguments()) {
            if (Arguments.mustBeGiven(argument) || random.nextInt(10) < 6) {
                arguments.add(argument.getName() + ": " + given(argument, draft));
            }
        }
        var given = arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")";
        return field.getName() + given + selection(GraphQLTypeUtil.unwrapAll(field.getType()), draft, depth + 1);
    }

    private String given(GraphQLArgument argument, Draft draft) {
        var value = values.value(argument);
        return random.nextBoolean()
                ? Arguments.literal(value)
                : draft.variable(argument.getType(), Arguments.json(value));
    }

    private String selection(GraphQLType type, Draft draft, int depth) {
        if (!(type instanceof GraphQLObjectType object)) {
            return "";
        }
        var chosen = new ArrayList<String>(List.of("__typename"));
        var fields = new ArrayList<>(object.getFieldDefinitions());
        for (var times = depth == 1 ? 6 : 2; times > 0 && !fields.isEmpty(); times--) {
            var field = fields.remove(random.nextInt(fields.size()));
            if (depth < DEEPEST || !(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType)) {
                chosen.add(written(field, draft, depth));
            }
        }
        return " { " + String.join(" ", chosen) + " }";
    }

    private GraphQLSchema schema() {
        return source.schema();
    }

    private static String shortly(String text) {
        return text.length() <= 1_500 ? text : text.substring(0, 1_500) + "…";
    }
}
