package io.kith.graph;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.springframework.util.unit.DataSize;

/** The floor that Kith is measured against: the same store, the same Cypher over Bolt, and nothing else. */
public final class BareDriver implements AutoCloseable {

    private final EmbeddedStore store;
    private final Driver driver;

    public BareDriver(Path directory) {
        store = new EmbeddedStore(new StoreSettings(
                directory, DataSize.ofMegabytes(512), Duration.ofMinutes(10), Duration.ofMinutes(5), 0));
        driver = GraphDatabase.driver(store.getUri(), store.getAuthToken());
    }

    /** Runs a statement and reads all it returns. */
    public int ask(String cypher, String id) {
        try (var session = driver.session()) {
            return session.run(cypher, Map.of("id", id)).list().size();
        }
    }

    /** Processor time of this process so far, in nanoseconds. */
    public static long cpuNanos() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime();
    }

    @Override
    public void close() {
        driver.close();
        store.close();
    }
}
