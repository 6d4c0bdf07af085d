package io.kith.graph;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How several processes on one database keep in step; none of it counts with the embedded store, which is one process's own.
 *
 * @param poll how often a process reads what the others told
 * @param staleness how far behind the others a process may answer; beyond it requests wait, then fail with UNAVAILABLE
 * @param kept how long what was told is kept, which must be longer than the server's longest transaction; a process that was
 *     away for longer reads everything anew
 * @param silence after which a process that says nothing is taken as ended and its jobs as interrupted
 */
@ConfigurationProperties("kith.network")
record ChangeSettings(
        @DefaultValue("250ms") Duration poll,
        @DefaultValue("1s") Duration staleness,
        @DefaultValue("30m") Duration kept,
        @DefaultValue("30s") Duration silence) {}
