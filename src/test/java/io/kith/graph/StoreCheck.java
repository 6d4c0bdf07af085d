package io.kith.graph;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.consistency.ConsistencyCheckService;
import org.neo4j.io.layout.Neo4jLayout;

/** Neo4j's own check of a store that was stopped in good order. */
public final class StoreCheck {

    private StoreCheck() {}

    /** What the check found wrong, nothing where all is well. */
    public static List<String> faults(Path store) {
        var home = store.toAbsolutePath();
        var configuration = Config.newBuilder()
                .set(GraphDatabaseSettings.neo4j_home, home)
                .set(GraphDatabaseSettings.pagecache_memory, 64L << 20)
                .build();
        var said = new ByteArrayOutputStream();
        try {
            var result = new ConsistencyCheckService(
                            Neo4jLayout.of(configuration).databaseLayout("neo4j"))
                    .with(configuration)
                    .with(said)
                    .runFullConsistencyCheck();
            System.out.printf(
                    "Neo4j's check of %s: %s%n",
                    home, String.valueOf(result.summary()).replaceAll("\\s+", " "));
            return result.isSuccessful() ? List.of() : List.of(String.valueOf(result.summary()));
        } catch (Exception refused) {
            return List.of(refused + said.toString(StandardCharsets.UTF_8));
        }
    }
}
