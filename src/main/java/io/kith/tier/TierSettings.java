package io.kith.tier;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tiers are kept up to date.
 *
 * @param nightly when the tier run starts, as a Spring cron expression in the clinic's zone; "-" for never
 */
@ConfigurationProperties("kith.tier")
record TierSettings(@DefaultValue("0 30 4 * * *") String nightly) {}
