package io.kith.access;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the operation log lives, and for how long.
 *
 * @param directory beside the store, so that a backup of the store holds it
 * @param head a file outside the store, best on another disk or owner: what it says betrays a log that was tampered with
 * @param kept how long entries are kept
 */
@ConfigurationProperties("kith.operation-log")
record LogSettings(
        @DefaultValue("data/operation-log") Path directory,
        @DefaultValue("data-head/operation-log.head") Path head,
        @DefaultValue("1096d") Duration kept) {}
