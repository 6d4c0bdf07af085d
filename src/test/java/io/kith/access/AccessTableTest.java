package io.kith.access;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironmentImpl;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.kith.Api;
import io.kith.Arguments;
import io.kith.KithTest;
import io.kith.access.Rule.Sight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every field and mutation of the schema has a rule, and the rule is what happens: to nobody and to each level. */
@KithTest
class AccessTableTest {

    private static final Path MATRIX = Path.of("docs/access-matrix.md");

    private static final Arguments MADE_UP = new Arguments();

    @Autowired
    Api api;

    @Autowired
    Rules rules;

    @Autowired
    GraphQlSource source;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Test
    void everyFieldHasARuleAndEveryRuleAField() {
        var without = new ArrayList<String>();
        var used = new TreeSet<String>();
        each((type, field) -> rules.find(type.getName(), field.getName())
                .ifPresentOrElse(
                        rule -> used.add(rule.what()), () -> without.add(type.getName() + "." + field.getName())));
        doors().forEach((handler, door) -> {
            if (door == null || rules.find(typeOf(door), fieldOf(door)).isEmpty()) {
                without.add(handler);
            } else {
                used.add(door);
            }
        });
        assertThat(without)
                .as("fields and doors without a line in src/main/resources/access/rules.txt")
                .isEmpty();
        var idle = new TreeSet<>(rules.all().keySet());
        idle.removeAll(used);
        assertThat(idle).as("lines of rules.txt without a field").isEmpty();
    }

    /** Asks the guard before each field itself, below every controller, as nobody and as each level. */
    @Test
    void everyGuardDoesWhatTheTableSays() {
        each((type, field) -> {
            var rule = rules.of(type.getName(), field.getName());
            for (var level : Level.values()) {
                assertThat(refused(type, field, level))
                        .as("%s.%s for %s", type.getName(), field.getName(), level)
                        .isEqualTo(rule.of(level) == Sight.NO);
            }
            if (Rules.ROOTS.contains(type.getName())) {
                assertThat(refused(type, field, null)).isTrue();
            }
        });
    }

    /** Sends each query and mutation through HTTP with made-up arguments, as nobody and as each level. */
    @Test
    void everyRootAnswersOnlyWhomItMay() {
        var as = new TreeMap<Level, Api>();
        as.put(Level.DIRECTOR, api);
        as.put(Level.DOCTOR, api.as("doctor"));
        as.put(Level.CLIENT_SERVICE, api.as("client service"));
        for (var operation : List.of("Query", "Mutation")) {
            var root = (GraphQLObjectType) schema().getType(operation);
            for (var field : root.getFieldDefinitions()) {
                var document = document(operation, field);
                var rule = rules.of(operation, field.getName());
                var nobody = api.anonymous().send(document, Map.of());
                assertThat(nobody.at("/errors/0/extensions/code").asString())
                        .as("%s for nobody", document)
                        .isEqualTo("UNAUTHENTICATED");
                for (var one : as.entrySet()) {
                    if (one.getKey() == Level.DIRECTOR && rule.of(Level.DIRECTOR) != Sight.NO) {
                        continue;
                    }
                    var answer = one.getValue().send(document, Map.of()).toString();
                    assertThat(answer.contains("%s.%s is not for".formatted(operation, field.getName())))
                            .as("%s for %s: %s", document, one.getKey(), answer)
                            .isEqualTo(rule.of(one.getKey()) == Sight.NO);
                }
            }
        }
    }

    @Test
    void theMatrixOnPaperIsTheOneInForce() throws IOException {
        var text = matrix();
        var before = Files.exists(MATRIX) ? Files.readString(MATRIX) : "";
        if (!before.equals(text)) {
            Files.createDirectories(MATRIX.getParent());
            Files.writeString(MATRIX, text);
        }
        assertThat(before)
                .as("docs/access-matrix.md was stale and is written anew: look at what changed, and commit it")
                .isEqualTo(text);
    }

    private String matrix() {
        var lines = new ArrayList<String>();
        lines.add("# Who sees and does what");
        lines.add("");
        lines.add("Made from the schema and `src/main/resources/access/rules.txt` by `AccessTableTest`; do not edit.");
        lines.add("");
        lines.add("| field | nobody | director | doctor | client service |");
        lines.add("|---|---|---|---|---|");
        each((type, field) -> lines.add(line(type.getName() + "." + field.getName())));
        new TreeSet<>(doors().values()).forEach(door -> lines.add(line(door)));
        return String.join("\n", lines) + "\n";
    }

    private String line(String what) {
        var rule = rules.of(typeOf(what), fieldOf(what));
        var cells =
                Arrays.stream(Level.values()).map(level -> word(rule, level)).collect(Collectors.joining(" | "));
        return "| %s | no | %s |".formatted(what, cells);
    }

    /** Each way in beside GraphQL, with the line it names. */
    private Map<String, @Nullable String> doors() {
        var doors = new TreeMap<String, @Nullable String>();
        for (var handler : handlers.getHandlerMethods().values()) {
            if (handler.getBeanType().getPackageName().startsWith("io.kith")) {
                var door = handler.getMethodAnnotation(Door.class);
                doors.put(handler.toString(), door == null ? null : door.value());
            }
        }
        return doors;
    }

    private static String typeOf(String door) {
        return door.substring(0, door.indexOf('.'));
    }

    private static String fieldOf(String door) {
        return door.substring(door.indexOf('.') + 1);
    }

    private static String word(Rule rule, Level level) {
        var sight = rule.of(level);
        var word = sight.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return rule.key() && sight != Sight.NO ? word + ", fresh password" : word;
    }

    private boolean refused(GraphQLObjectType type, GraphQLFieldDefinition field, @Nullable Level level) {
        var account = level == null ? null : new Account("somebody", level, null, true, Instant.EPOCH);
        var fetcher = schema().getCodeRegistry().getDataFetcher(FieldCoordinates.coordinates(type, field), field);
        var environment = DataFetchingEnvironmentImpl.newDataFetchingEnvironment()
                .graphQLContext(GraphQLContext.of(Map.of(Asked.class, new Asked(account, false, ""))))
                .fieldDefinition(field)
                .build();
        try {
            fetcher.get(environment);
            return false;
        } catch (Forbidden forbidden) {
            return true;
        } catch (Exception anythingElse) {
            return false;
        }
    }

    private void each(BiConsumer<GraphQLObjectType, GraphQLFieldDefinition> work) {
        schema().getAllTypesAsList().stream()
                .filter(GraphQLObjectType.class::isInstance)
                .map(GraphQLObjectType.class::cast)
                .filter(type -> !type.getName().startsWith("__"))
                .sorted(Comparator.comparing(GraphQLObjectType::getName))
                .forEach(type -> type.getFieldDefinitions().stream()
                        .sorted(Comparator.comparing(GraphQLFieldDefinition::getName))
                        .forEach(field -> work.accept(type, field)));
    }

    private GraphQLSchema schema() {
        return source.schema();
    }

    private static String document(String operation, GraphQLFieldDefinition field) {
        var arguments = field.getArguments().stream()
                .filter(Arguments::mustBeGiven)
                .map(argument -> argument.getName() + ": " + Arguments.literal(MADE_UP.value(argument)))
                .collect(Collectors.joining(", "));
        var selection =
                GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType ? " { __typename }" : "";
        return "%s { %s%s%s }"
                .formatted(
                        operation.toLowerCase(Locale.ROOT),
                        field.getName(),
                        arguments.isEmpty() ? "" : "(" + arguments + ")",
                        selection);
    }
}
