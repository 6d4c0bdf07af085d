package io.kith.care;

import io.kith.graph.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That a staff member is or was accountable for a client; {@code to} is null while she is. */
public record Ownership(
        String clientId,
        String staffId,
        Instant from,
        @Nullable Instant to,
        @Nullable String reason) {

    static Ownership of(Row row) {
        return new Ownership(
                row.text("clientId"),
                row.text("staffId"),
                row.instant("from"),
                row.instantOrNull("to"),
                row.textOrNull("reason"));
    }
}
