package io.kith.intake;

import io.kith.graph.Graph;
import io.kith.graph.Row;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** All keys of a kind of thing in the graph, in their order, page by page. */
final class Keys {

    private static final int PAGE = 10_000;

    private final Graph graph;
    private final String statement;

    Keys(Graph graph, String statement) {
        this.graph = graph;
        this.statement = statement;
    }

    Keys(Graph graph, Table<?> table) {
        this(graph, table.statement("keys"));
    }

    void eachPage(Consumer<List<String>> reader) {
        eachPage(row -> row.text("key"), key -> key, reader);
    }

    /** Pages of rows, each read as a record that knows its key. */
    <T> void eachPage(Function<Row, T> row, Function<T, String> key, Consumer<List<T>> reader) {
        var after = "";
        List<T> page;
        do {
            page = graph.list(statement, Map.of("after", after, "limit", PAGE), row);
            if (!page.isEmpty()) {
                after = key.apply(page.get(page.size() - 1));
                reader.accept(page);
            }
        } while (page.size() == PAGE);
    }
}
