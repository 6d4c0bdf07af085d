package io.kith.practice;

import io.kith.graph.Row;
import org.jspecify.annotations.Nullable;

/**
 * Something the clinic does or sells.
 *
 * @param price list price in minor units, null where none is set
 * @param effectDays how many days its effect lasts, null where unknown
 */
public record Treatment(
        String code,
        String name,
        @Nullable String category,
        @Nullable Long price,
        @Nullable Integer effectDays) {

    public static Treatment of(Row row) {
        return new Treatment(
                row.text("code"),
                row.text("name"),
                row.textOrNull("category"),
                row.numberOrNull("price"),
                row.countOrNull("effectDays"));
    }
}
