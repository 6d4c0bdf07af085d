package io.kith.influence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestGraph;
import io.kith.intake.ImportListener;
import io.kith.intake.Imports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The documented query on a real salon: the top ten by each measure, the first of them explained. */
@KithTest
class SalonInfluenceTest {

    private static final Path SALON = Path.of("../shared/data/salon");

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    Imports imports;

    @Autowired
    InfluenceRuns runs;

    @TempDir
    Path folder;

    @Test
    void theTopTenByEachMeasureAreToldByTheDocumentedQuery() throws Exception {
        assumeTrue(Files.isDirectory(SALON), "skipped: no ../shared/data/salon");
        graph.clear();
        imports.run(SALON, false, folder.resolve("rejects.csv"), ImportListener.none());
        runs.runNow();
        var answer = api.ask(documentedQuery());
        for (var measure : answer.propertyNames()) {
            var edges = answer.path(measure).path("edges");
            assertThat(edges.size()).as(measure).isEqualTo(10);
            System.out.println(measure + ": "
                    + edges.valueStream()
                            .map(edge -> edge.at("/node/client/id").asString() + " "
                                    + (edge.at("/node/value").isMissingNode()
                                            ? edge.at("/node/score")
                                            : edge.at("/node/value")))
                            .collect(Collectors.joining(", ")));
        }
        var first = answer.at("/score/edges/0/node");
        System.out.println("the first explained: " + first.toPrettyString());
        var points = first.path("components")
                .valueStream()
                .mapToDouble(component -> component.path("points").asDouble())
                .sum();
        assertThat(first.path("score").asDouble()).isCloseTo(points, within(1e-9));
        assertThat(first.path("n").asInt()).isEqualTo(822);
    }

    private static String documentedQuery() throws Exception {
        var page = Files.readString(Path.of("docs/queries-influence.md"), UTF_8);
        var begin = page.indexOf("```graphql") + "```graphql".length();
        return page.substring(begin, page.indexOf("```", begin));
    }
}
