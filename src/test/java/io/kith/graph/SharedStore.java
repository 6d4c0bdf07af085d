package io.kith.graph;

import io.kith.Api;
import io.kith.Kith;
import io.kith.job.CountingJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.unit.DataSize;

/** One database for several Kiths, each a whole one with a port and a folder of its own, all in this JVM. */
public final class SharedStore implements AutoCloseable {

    private final Path folder;
    private final EmbeddedStore store;
    private final Driver driver;
    private final List<ConfigurableApplicationContext> kiths = new ArrayList<>();

    public SharedStore() {
        try {
            Files.createDirectories(Path.of("target"));
            folder = Files.createTempDirectory(Path.of("target"), "shared-store-");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        store = new EmbeddedStore(new StoreSettings(
                folder.resolve("graph"), DataSize.ofMegabytes(128), Duration.ofMinutes(10), Duration.ofMinutes(5), 0));
        driver = GraphDatabase.driver(store.getUri(), store.getAuthToken());
    }

    /** Starts a Kith on the database; the log is left as it is set up already. */
    public ConfigurableApplicationContext start(String... settings) {
        var words = new ArrayList<>(List.of(settings));
        words.addAll(List.of(
                "--server.port=0",
                "--spring.neo4j.uri=" + store.getUri(),
                "--kith.store.directory=" + folder.resolve("kith-" + kiths.size()),
                "--kith.director.user=director",
                "--kith.director.password=" + Api.PASSWORD,
                "--kith.access.requests-per-second=100000"));
        var application = new SpringApplication(Kith.class, Api.class, CountingJob.class);
        application.setLogStartupInfo(false);
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("connectionDetails", store));
        var before = System.getProperty(LoggingSystem.SYSTEM_PROPERTY);
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        try {
            var kith = application.run(words.toArray(String[]::new));
            kiths.add(kith);
            return kith;
        } finally {
            if (before == null) {
                System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
            } else {
                System.setProperty(LoggingSystem.SYSTEM_PROPERTY, before);
            }
        }
    }

    /** Runs a statement behind every Kith's back. */
    public List<Record> run(String cypher, Map<String, Object> parameters) {
        try (var session = driver.session()) {
            return session.run(cypher, parameters).list();
        }
    }

    @Override
    public void close() {
        Collections.reverse(kiths);
        kiths.forEach(ConfigurableApplicationContext::close);
        driver.close();
        store.close();
    }
}
