package io.kith.visit;

import io.kith.practice.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A visit about to be recorded, its amounts in major units.
 *
 * @param id the clinic's own number; null lets Kith give one
 */
public record NewVisit(
        @Nullable String id,
        String clientId,
        @Nullable Instant at,
        BigDecimal charged,
        BigDecimal paid,
        List<String> treatments,
        List<Served> staff) {

    /** Who served, and as what; null is her own role. */
    public record Served(String staffId, @Nullable Role role) {}
}
