package io.kith.graph;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The Kith processes on one database, this one among them; with the embedded store there can be no other. */
@Component
public class Processes {

    private static final int FORGOTTEN_AT_ONCE = 10_000;

    private final Graph graph;
    private final ChangeSettings settings;
    private final boolean several;
    private final String id = UUID.randomUUID().toString();

    Processes(Graph graph, ChangeSettings settings, @Value("${spring.neo4j.uri:}") String uri) {
        this.graph = graph;
        this.settings = settings;
        this.several = !uri.isEmpty();
    }

    /** What this process is known by, another at each start. */
    public String id() {
        return id;
    }

    /** Whether other processes may work on the same database. */
    public boolean maybeSeveral() {
        return several;
    }

    void beat() {
        write("graph/beat", Map.of("id", id));
    }

    void leave() {
        write("graph/leave", Map.of("id", id));
    }

    /** Takes those that have said nothing for too long as ended; returns who they were. */
    List<String> bury() {
        return graph.write(
                () -> graph.list("graph/bury", Map.of("patience", settings.silence()), row -> row.text("id")));
    }

    /** Forgets changes that are older than they are kept, and then processes that ended before. */
    void forgetOld() {
        var old = Map.of("kept", settings.kept(), "limit", FORGOTTEN_AT_ONCE);
        long forgotten;
        do {
            forgotten = graph.write(() -> graph.one("graph/forget-changes", old, row -> row.number("forgotten"))
                    .orElse(0L));
        } while (forgotten == FORGOTTEN_AT_ONCE);
        write("graph/forget-processes", Map.of("kept", settings.kept()));
    }

    private void write(String statement, Map<String, ?> parameters) {
        graph.write(() -> {
            graph.run(statement, parameters);
            return true;
        });
    }
}
