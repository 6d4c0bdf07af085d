package io.kith.graph;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import org.neo4j.driver.Driver;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Brings the store's constraints and indexes up to date at start, from the scripts of {@code cypher/migrations}. */
@Component
class Schema implements InitializingBean {

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
                .withLocationsToScan("classpath:cypher/migrations")
                .withInstalledBy("kith")
                .build();
        var migrations = new Migrations(configuration, driver);
        refuseUnlessSupported(migrations.getConnectionDetails().getServerVersion());
        migrations.apply();
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
