package io.kith.practice;

import io.kith.graph.Row;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A member of the clinic's staff. */
public record Staff(
        String id,
        String name,
        Role role,
        @Nullable LocalDate activeFrom,
        @Nullable LocalDate activeTo) {

    public static Staff of(Row row) {
        return new Staff(
                row.text("id"),
                row.text("name"),
                Role.valueOf(row.text("role")),
                row.dayOrNull("activeFrom"),
                row.dayOrNull("activeTo"));
    }
}
