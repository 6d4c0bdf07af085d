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
 * @param insured whether an insurance pays for any of it; null where nobody said
 */
public record NewVisit(
        @Nullable String id,
        String clientId,
        @Nullable Instant at,
        BigDecimal charged,
        BigDecimal paid,
        List<String> treatments,
        List<Served> staff,
        @Nullable Boolean insured) {

    /** A visit of which nobody said whether an insurance pays. */
    public NewVisit(
            @Nullable String id,
            String clientId,
            @Nullable Instant at,
            BigDecimal charged,
            BigDecimal paid,
            List<String> treatments,
            List<Served> staff) {
        this(id, clientId, at, charged, paid, treatments, staff, null);
    }

    /** Who served, and as what; null is her own role. */
    public record Served(String staffId, @Nullable Role role) {}
}
