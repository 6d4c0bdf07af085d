package io.kith.graph;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The embedded store, used unless {@code spring.neo4j.uri} names a server.
 *
 * @param directory where the graph lives on disk
 * @param pageCache memory outside the heap that Neo4j keeps pages of the store in
 * @param longestTransaction after which Neo4j ends one, whatever it does
 */
@ConfigurationProperties("kith.store")
record StoreSettings(
        @DefaultValue("data") Path directory,
        @DefaultValue("512MB") DataSize pageCache,
        @DefaultValue("10m") Duration longestTransaction) {}
