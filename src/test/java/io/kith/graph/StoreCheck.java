package io.kith.graph;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.consistency.ConsistencyCheckService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.layout.Neo4jLayout;

/** A look into a store on which no Kith runs. */
public final class StoreCheck {

    private StoreCheck() {}

    /** What one column of an answer holds. */
    public static List<String> column(Path store, String cypher) {
        var neo4j = new DatabaseManagementServiceBuilder(store.toAbsolutePath())
                .setConfig(GraphDatabaseSettings.pagecache_memory, 64L << 20)
                .setConfig(GraphDatabaseSettings.keep_logical_logs, "1 files")
                .build();
        try {
            return neo4j.database("neo4j")
                    .executeTransactionally(
                            cypher,
                            Map.of(),
                            rows -> rows.<String>columnAs(rows.columns().get(0)).stream()
                                    .toList());
        } finally {
            neo4j.shutdown();
        }
    }

    /** What Neo4j's own check found wrong, nothing where all is well. */
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
