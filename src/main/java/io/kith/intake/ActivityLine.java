package io.kith.intake;

import static io.kith.intake.Line.or;
import static io.kith.intake.Line.shown;

import io.kith.edge.Clinic;
import io.kith.graph.Row;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of {@code activities.csv}. */
record ActivityLine(
        String id,
        @Nullable String name,
        @Nullable String kind,
        @Nullable LocalDate heldOn) implements Line<ActivityLine> {

    static final Table<ActivityLine> TABLE = new Table<>(
            "activities", Columns.of("id! name kind held_on"), true, ActivityLine::read, ActivityLine::known);

    private static ActivityLine read(Cells cells, Known known) {
        return new ActivityLine(
                cells.id("id"),
                cells.text("name", Cells.LONGEST_NAME),
                cells.text("kind", Cells.LONGEST_NAME),
                cells.plannedDayOrNull("held_on"));
    }

    private static ActivityLine known(Row row) {
        return new ActivityLine(row.text("id"), row.text("name"), row.textOrNull("kind"), row.dayOrNull("heldOn"));
    }

    @Override
    public String key() {
        return id;
    }

    @Override
    public ActivityLine over(ActivityLine known) {
        return new ActivityLine(id, or(name, known.name), or(kind, known.kind), or(heldOn, known.heldOn));
    }

    @Override
    public Map<String, @Nullable Object> parameters() {
        return Line.values("id", id, "name", name == null ? id : name, "kind", kind, "heldOn", heldOn);
    }

    @Override
    public List<@Nullable String> cells(Clinic clinic) {
        return Arrays.asList(id, name, kind, shown(heldOn));
    }

    @Override
    public void note(Known known) {
        known.activities().add(id);
    }
}
