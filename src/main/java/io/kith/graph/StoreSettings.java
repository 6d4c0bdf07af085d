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
 * @param checkpointEvery how often what is only in its transaction logs is brought to its other files
 * @param leastFree percent of the disk; while less is free nothing is written, 0 for never minding
 */
@ConfigurationProperties("kith.store")
record StoreSettings(
        @DefaultValue("data") Path directory,
        @DefaultValue("512MB") DataSize pageCache,
        @DefaultValue("10m") Duration longestTransaction,
        @DefaultValue("5m") Duration checkpointEvery,
        @DefaultValue("5") int leastFree) {}
