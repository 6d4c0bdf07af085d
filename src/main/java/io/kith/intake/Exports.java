package io.kith.intake;

import io.kith.edge.Clinic;
import io.kith.graph.Graph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Writes the graph as the files an import reads, in constant memory; loading them into an empty graph gives what was
 * exported, but for the times at which things were recorded and for what corrections replaced.
 */
@Component
public class Exports {

    private final Graph graph;
    private final Clinic clinic;
    private final Clock clock;

    Exports(Graph graph, Clinic clinic, Clock clock) {
        this.graph = graph;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** Writes every file of the layout into a folder and returns how many rows each has. */
    public Map<String, Long> run(Path directory) {
        var rows = new LinkedHashMap<String, Long>();
        try {
            Files.createDirectories(directory);
            for (var table : Layout.TABLES) {
                rows.put(table.file(), write(table, directory));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return rows;
    }

    private <L extends Line<L>> long write(Table<L> table, Path directory) throws IOException {
        var store = new Store<>(graph, table, clock.instant().atOffset(ZoneOffset.UTC));
        try (var file =
                new CsvFile(directory.resolve(table.file()), table.columns().names())) {
            new Keys(graph, table).eachPage(keys -> write(file, keys, store.known(keys)));
            return file.rows();
        }
    }

    private <L extends Line<L>> void write(CsvFile file, List<String> keys, Map<String, L> lines) {
        for (var key : keys) {
            var line = lines.get(key);
            if (line != null) {
                file.row(line.cells(clinic));
            }
        }
    }
}
