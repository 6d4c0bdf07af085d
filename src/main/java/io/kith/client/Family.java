package io.kith.client;

import io.kith.graph.Row;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Clients who belong together, as somebody declared. */
public record Family(
        String id,
        List<String> memberIds,
        @Nullable String note,
        String declaredBy,
        Instant declaredAt,
        @Nullable String withdrawnBy,
        @Nullable Instant withdrawnAt) {

    static Family of(Row row) {
        return new Family(
                row.text("id"),
                row.texts("memberIds"),
                row.textOrNull("note"),
                row.text("declaredBy"),
                row.instant("declaredAt"),
                row.textOrNull("withdrawnBy"),
                row.instantOrNull("withdrawnAt"));
    }
}
