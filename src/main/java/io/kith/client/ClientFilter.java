package io.kith.client;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which clients to list: all that fit every field given. */
public record ClientFilter(
        @Nullable String region,
        @Nullable String channel,
        @Nullable LocalDate joinedFrom,
        @Nullable LocalDate joinedTo) {

    static final ClientFilter NONE = new ClientFilter(null, null, null, null);

    boolean isNone() {
        return equals(NONE);
    }
}
