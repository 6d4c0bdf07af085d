package io.kith.touchpoint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A touchpoint about to be recorded.
 *
 * @param id the clinic's own number; null lets Kith give one
 * @param at null is now
 */
public record NewTouchpoint(
        @Nullable String id,
        String clientId,
        String staffId,
        @Nullable Instant at,
        Stage stage,
        ContactKind kind,
        @Nullable Integer satisfaction,
        @Nullable Integer rapport,
        @Nullable String note) {}
