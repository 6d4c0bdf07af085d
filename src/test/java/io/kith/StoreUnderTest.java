package io.kith;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.testcontainers.neo4j.Neo4jContainer;

/** Gives the tests of a run a fresh embedded store in {@code target}, or a container. */
class StoreUnderTest implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var properties = isContainer() ? container() : embedded();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("store under test", properties));
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "accounts",
                        Map.of(
                                "kith.director.password",
                                Api.PASSWORD,
                                "kith.access.requests-per-second",
                                100_000,
                                "kith.access.requests-at-once",
                                1_000_000)));
    }

    static boolean isContainer() {
        return "container".equals(System.getProperty("kith.test.store"));
    }

    private static Map<String, Object> embedded() {
        try {
            Files.createDirectories(Path.of("target"));
            var folder = Files.createTempDirectory(Path.of("target"), "test-store-");
            return Map.of("kith.store.directory", folder.toString(), "kith.store.page-cache", "128MB");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The container ends with the JVM; a run has one. */
    @SuppressWarnings("resource")
    private static Map<String, Object> container() {
        var neo4j = new Neo4jContainer("neo4j:5.26").withoutAuthentication();
        neo4j.start();
        return Map.of("spring.neo4j.uri", neo4j.getBoltUrl());
    }
}
