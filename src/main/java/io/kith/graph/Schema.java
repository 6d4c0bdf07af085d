package io.kith.graph;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import ac.simons.neo4j.migrations.core.MigrationsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.Driver;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Brings the store's constraints and indexes up to date at start, from the scripts of {@code cypher/migrations}. */
@Component
class Schema implements InitializingBean {

    private static final String SCRIPTS = "cypher/migrations";
    private static final String LOCK = "__Neo4jMigrationsLock";
    private static final int TRIES = 60;

    private final Driver driver;
    private final String uri;

    Schema(Driver driver, @Value("${spring.neo4j.uri:}") String uri) {
        this.driver = driver;
        this.uri = uri;
    }

    @Override
    public void afterPropertiesSet() {
        refuseUnlessReachable();
        var configuration = MigrationsConfig.builder()
                .withLocationsToScan("classpath:" + SCRIPTS)
                .withResourceScanner(Schema::scripts)
                .withMigrationClassesDiscoverer(context -> List.of())
                .withInstalledBy("kith")
                .build();
        var migrations = new Migrations(configuration, driver);
        refuseUnlessSupported(migrations.getConnectionDetails().getServerVersion());
        apply(migrations);
    }

    /** Another process that starts at the same moment holds the tool's lock for as long as it migrates. */
    private static void apply(Migrations migrations) {
        for (var tries = 1; ; tries++) {
            try {
                migrations.apply();
                return;
            } catch (MigrationsException locked) {
                if (tries == TRIES || !String.valueOf(locked.getMessage()).contains(LOCK)) {
                    throw locked;
                }
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Looks where the scripts are; by itself the tool would look into every jar there is, and for classes too. */
    private static List<URL> scripts(List<String> locations) {
        try {
            var found = new ArrayList<URL>();
            for (var script :
                    new PathMatchingResourcePatternResolver().getResources("classpath:" + SCRIPTS + "/*.cypher")) {
                found.add(script.getURL());
            }
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void refuseUnlessReachable() {
        try {
            driver.verifyConnectivity();
        } catch (AuthenticationException refused) {
            throw new StoreRefused(
                    "the Neo4j at %s refuses the user name or password; give spring.neo4j.authentication.username and .password."
                            .formatted(uri),
                    refused);
        } catch (Neo4jException silent) {
            throw new StoreRefused(
                    "no Neo4j answers at %s (%s); start it, or mend spring.neo4j.uri."
                            .formatted(uri, silent.getMessage()),
                    silent);
        }
    }

    private void refuseUnlessSupported(String server) {
        if (!ServerVersion.isSupported(server)) {
            throw new StoreRefused(
                    "the store at %s is %s; Kith needs Neo4j %s or later.".formatted(uri, server, ServerVersion.OLDEST),
                    null);
        }
    }
}
