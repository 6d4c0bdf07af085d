package io.kith.intake;

import io.kith.TestGraph;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.neo4j.driver.Value;

/** All a graph holds of what files can bring, in an order of its own: two dumps are equal where the graphs are. */
final class GraphDump {

    /** When something was recorded is the one thing in which an import and its repetition may differ. */
    private static final Set<String> RECORDED = Set.of("recordedAt", "createdAt", "statusAt");

    private static final String FILES =
            "Client|Staff|Treatment|Channel|ChannelSpend|Visit|Refund|Referral|Touchpoint|Feedback|SurveyAnswer|Activity";

    private GraphDump() {}

    static List<String> of(TestGraph graph) {
        return Stream.concat(
                        graph.run("""
                                MATCH (node:%s)
                                RETURN labels(node) AS labels, properties(node) AS properties
                                """.formatted(FILES)).stream()
                                .map(row -> row.get("labels") + " " + shown(row.get("properties"))),
                        graph.run("""
                                MATCH (from:%s)-[link]->(to)
                                RETURN coalesce(from.id, from.code, from.key) AS from, type(link) AS type,
                                  properties(link) AS properties, labels(to) AS labels,
                                  coalesce(to.id, to.code, to.key) AS to
                                """.formatted(FILES)).stream()
                                .map(row -> "%s -%s %s> %s %s"
                                        .formatted(
                                                row.get("from"),
                                                row.get("type"),
                                                shown(row.get("properties")),
                                                row.get("labels"),
                                                row.get("to"))))
                .sorted()
                .toList();
    }

    private static Map<String, String> shown(Value properties) {
        var shown = new TreeMap<String, String>();
        for (var name : properties.keys()) {
            if (!RECORDED.contains(name)) {
                shown.put(name, properties.get(name).toString());
            }
        }
        return shown;
    }
}
