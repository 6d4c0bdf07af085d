package io.kith.influence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How influence is kept up to date.
 *
 * @param nightly when the influence run starts, as a Spring cron expression in the clinic's zone; "-" for never
 */
@ConfigurationProperties("kith.influence")
record InfluenceSettings(@DefaultValue("0 30 3 * * *") String nightly) {}
