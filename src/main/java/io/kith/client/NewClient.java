package io.kith.client;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A client about to be registered.
 *
 * @param id the clinic's own number; null lets Kith give one
 * @param channel code of a channel
 */
public record NewClient(
        @Nullable String id,
        String name,
        @Nullable String phone,
        @Nullable LocalDate joinedOn,
        @Nullable String region,
        @Nullable String channel,
        @Nullable LocalDate birthDate) {}
