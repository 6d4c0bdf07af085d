package io.kith.intake;

import io.kith.graph.Graph;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts the rows of one file into the graph, in the transaction of its caller. */
class Store<L extends Line<L>> {

    final Graph graph;
    private final Table<L> table;
    private final OffsetDateTime recordedAt;

    Store(Graph graph, Table<L> table, OffsetDateTime recordedAt) {
        this.graph = graph;
        this.table = table;
        this.recordedAt = recordedAt;
    }

    /** What the graph knows under these keys. */
    Map<String, L> known(List<String> keys) {
        var known = new HashMap<String, L>();
        graph.list(table.statement("known"), Map.of("keys", keys), table.known())
                .forEach(line -> known.put(line.key(), line));
        return known;
    }

    /**
     * Writes rows that are new or say something new.
     *
     * @param unchanged the other good rows
     * @param dryRun writes nothing
     * @return what is to be said about rows that are kept
     */
    List<Reject> write(List<Batch.Entry<L>> changed, List<Batch.Entry<L>> unchanged, boolean dryRun) {
        if (!dryRun && !changed.isEmpty()) {
            load(changed);
        }
        return List.of();
    }

    void load(List<Batch.Entry<L>> rows) {
        load(rows, L::parameters);
    }

    final void load(List<Batch.Entry<L>> rows, Function<L, Map<String, @Nullable Object>> parameters) {
        var written = graph.one(
                        table.statement("load"),
                        Map.of(
                                "rows",
                                rows.stream()
                                        .map(row -> parameters.apply(row.said()))
                                        .toList(),
                                "recordedAt",
                                recordedAt),
                        row -> row.number("loaded"))
                .orElse(0L);
        if (written != rows.size()) {
            throw new IllegalStateException("%d rows of %s were written as %d; something they name went away meanwhile"
                    .formatted(rows.size(), table.file(), written));
        }
    }

    final OffsetDateTime recordedAt() {
        return recordedAt;
    }
}
