package io.kith.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kith.KithTest;
import io.kith.TestGraph;
import io.kith.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.summary.GqlStatusObject;
import org.neo4j.driver.summary.Plan;
import org.springframework.beans.factory.annotation.Autowired;

/** Every statement plans on the migrated schema, and none looks at more than it says. */
@KithTest
class StatementsTest {

    private static final Set<String> UNKNOWN_WORDS = Set.of("01N50", "01N51", "01N52");
    private static final Pattern DATA_SCIENCE = Pattern.compile("(CALL|WITH) gds\\.");
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\w+)");

    @Autowired
    Driver driver;

    @Autowired
    TestGraph graph;

    /** Of a label with a handful of nodes the planner would rather scan them all. */
    @BeforeEach
    void everyWordIsKnown() {
        graph.clear();
        try (var session = driver.session();
                var transaction = session.beginTransaction()) {
            transaction.run(Vocabulary.statement());
            transaction.rollback();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyStatementPlansWithoutSurprises() throws IOException {
        try (var found = Files.walk(Path.of("cypher"))) {
            return found
                    .filter(file -> file.toString().endsWith(".cypher"))
                    .filter(file -> !file.toString().contains("migrations"))
                    .sorted()
                    .toList()
                    .stream()
                    .map(file -> DynamicTest.dynamicTest(file.toString(), () -> check(file)));
        }
    }

    private void check(Path file) throws IOException {
        var text = Files.readString(file, UTF_8);
        var lines = text.lines().toList();
        var head = String.join(
                "\n", lines.stream().takeWhile(line -> line.startsWith("//")).toList());
        var body = text.substring(head.length());
        assertThat(lines.get(0))
                .as("the first line says in one sentence what it is for")
                .matches("// [A-Z].*\\.");
        assertThat(parameters(body)).as("the head names the parameters").containsExactlyElementsOf(parameters(head));

        try (var session = driver.session()) {
            assumeTrue(
                    !DATA_SCIENCE.matcher(body).find() || hasDataScience(session),
                    "skipped: this store has no Graph Data Science");
            var summary = session.run("EXPLAIN " + body).consume();
            var operators = new ArrayList<String>();
            collect(summary.plan(), operators);
            assertThat(operators).as("operators").noneMatch(operator -> operator.startsWith("AllNodesScan"));
            assertThat(operators).noneMatch(operator -> operator.startsWith("CartesianProduct"));
            if (!head.contains("// Unbounded: ")) {
                assertThat(operators)
                        .as("an unbounded expand states its reason in a line '// Unbounded: …'")
                        .noneMatch(operator -> operator.startsWith("VarLengthExpand")
                                || operator.startsWith("Repeat")
                                || operator.startsWith("BFS"));
            }
            if (!head.contains("// Scan: ")) {
                assertThat(operators)
                        .as("a scan of a whole label states its reason in a line '// Scan: …'")
                        .noneMatch(operator -> operator.startsWith("NodeByLabelScan"));
            }
            var unknown = summary.gqlStatusObjects().stream()
                    .filter(status -> UNKNOWN_WORDS.contains(status.gqlStatus()))
                    .map(GqlStatusObject::statusDescription)
                    .toList();
            assertThat(unknown).as("labels, types and properties nobody writes").isEmpty();
        }
    }

    private static boolean hasDataScience(Session session) {
        return session.run("SHOW PROCEDURES YIELD name WHERE name STARTS WITH 'gds.' RETURN count(name) > 0 AS present")
                .single()
                .get("present")
                .asBoolean();
    }

    /** A product of single nodes, each looked up by its key, is no surprise. */
    private static void collect(Plan plan, List<String> operators) {
        if (!(plan.operatorType().startsWith("CartesianProduct")
                && plan.children().stream().allMatch(StatementsTest::isLookUp))) {
            operators.add(plan.operatorType());
        }
        plan.children().forEach(child -> collect(child, operators));
    }

    private static boolean isLookUp(Plan plan) {
        return plan.operatorType().startsWith("NodeUniqueIndexSeek")
                || (plan.operatorType().startsWith("CartesianProduct")
                        && plan.children().stream().allMatch(StatementsTest::isLookUp));
    }

    private static List<String> parameters(String text) {
        return PARAMETER
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .distinct()
                .sorted()
                .toList();
    }
}
