package io.kith.graph;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessorWithDefaultValue;

/** One row of a statement's result, or a map inside one, read by column. */
public final class Row {

    private final MapAccessorWithDefaultValue columns;

    Row(MapAccessorWithDefaultValue columns) {
        this.columns = columns;
    }

    public String text(String column) {
        return columns.get(column).asString();
    }

    public @Nullable String textOrNull(String column) {
        var value = columns.get(column);
        return value.isNull() ? null : value.asString();
    }

    public long number(String column) {
        return columns.get(column).asLong();
    }

    public int count(String column) {
        return columns.get(column).asInt();
    }

    public @Nullable Long numberOrNull(String column) {
        var value = columns.get(column);
        return value.isNull() ? null : Long.valueOf(value.asLong());
    }

    public @Nullable Integer countOrNull(String column) {
        var value = columns.get(column);
        return value.isNull() ? null : Integer.valueOf(value.asInt());
    }

    public double real(String column) {
        return columns.get(column).asDouble();
    }

    public @Nullable Double realOrNull(String column) {
        var value = columns.get(column);
        return value.isNull() ? null : Double.valueOf(value.asDouble());
    }

    public boolean flag(String column) {
        return columns.get(column).asBoolean(false);
    }

    public LocalDate day(String column) {
        return columns.get(column).asLocalDate();
    }

    public @Nullable LocalDate dayOrNull(String column) {
        var value = columns.get(column);
        return value.isNull() ? null : value.asLocalDate();
    }

    public Instant instant(String column) {
        return columns.get(column).asZonedDateTime().toInstant();
    }

    public @Nullable Instant instantOrNull(String column) {
        var value = columns.get(column);
        return value.isNull() ? null : value.asZonedDateTime().toInstant();
    }

    public boolean has(String column) {
        return !columns.get(column).isNull();
    }

    public List<String> texts(String column) {
        return columns.get(column).asList(Value::asString);
    }

    public List<Integer> counts(String column) {
        return columns.get(column).asList(Value::asInt);
    }

    public List<Double> reals(String column) {
        return columns.get(column).asList(Value::asDouble);
    }

    public List<Long> numbers(String column) {
        return columns.get(column).asList(Value::asLong);
    }

    /** The map in a column as plain values, times and days as ISO 8601 text; keys without a value are left out. */
    public Map<String, Object> map(String column) {
        var plain = new LinkedHashMap<String, Object>();
        var value = columns.get(column);
        for (var key : value.keys()) {
            var inside = value.get(key).asObject();
            if (inside != null) {
                plain.put(key, inside instanceof Temporal ? inside.toString() : inside);
            }
        }
        return plain;
    }

    /** The map in a column, as a row of its own. */
    public Row row(String column) {
        return new Row(columns.get(column));
    }

    /** The map in a column read as a record, or null where there is none. */
    public <T> @Nullable T rowOrNull(String column, Function<Row, T> reader) {
        var value = columns.get(column);
        return value.isNull() ? null : reader.apply(new Row(value));
    }

    /** The maps in a column, each read as a record. */
    public <T> List<T> rows(String column, Function<Row, T> reader) {
        return columns.get(column).asList(value -> reader.apply(new Row(value)));
    }
}
