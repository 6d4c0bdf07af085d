package io.kith.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param staffId the staff member behind it, whose own clients it may see more of
 * @param active whether it is let in
 */
public record Account(String name, Level level, @Nullable String staffId, boolean active, Instant createdAt) {}
