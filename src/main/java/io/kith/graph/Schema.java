package io.kith.graph;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Brings the store's constraints and indexes up to date at start, from the scripts of {@code cypher/migrations}. */
@Component
class Schema implements InitializingBean {

    private final Driver driver;

    Schema(Driver driver) {
        this.driver = driver;
    }

    @Override
    public void afterPropertiesSet() {
        var configuration = MigrationsConfig.builder()
                .withLocationsToScan("classpath:cypher/migrations")
                .withInstalledBy("kith")
                .build();
        new Migrations(configuration, driver).apply();
    }
}
