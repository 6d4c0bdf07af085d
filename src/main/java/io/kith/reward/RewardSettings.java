package io.kith.reward;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Rewards.
 *
 * @param packs a folder with policy packs of one's own, {@code *.yaml}; one with the name of a pack of Kith's must have a higher version and takes its place
 */
@ConfigurationProperties("kith.rewards")
record RewardSettings(@Nullable Path packs) {}
