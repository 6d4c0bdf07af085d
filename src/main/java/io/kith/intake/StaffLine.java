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

/** A row of {@code staff.csv}. */
record StaffLine(
        String id,
        @Nullable String name,
        String role,
        @Nullable LocalDate activeFrom,
        @Nullable LocalDate activeTo) implements Line<StaffLine> {

    static final Table<StaffLine> TABLE = new Table<>(
            "staff", Columns.of("id! name role! active_from active_to"), true, StaffLine::read, StaffLine::known);

    private static StaffLine read(Cells cells, Known known) {
        var line = new StaffLine(
                cells.id("id"),
                cells.text("name", Cells.LONGEST_NAME),
                cells.word("role", Words.ROLES),
                cells.plannedDayOrNull("active_from"),
                cells.plannedDayOrNull("active_to"));
        if (line.activeFrom != null && line.activeTo != null && line.activeTo.isBefore(line.activeFrom)) {
            throw cells.bad("active_to", RejectCode.INVALID_DATE, "lies before active_from");
        }
        return line;
    }

    private static StaffLine known(Row row) {
        return new StaffLine(
                row.text("id"),
                row.text("name"),
                row.text("role"),
                row.dayOrNull("activeFrom"),
                row.dayOrNull("activeTo"));
    }

    @Override
    public String key() {
        return id;
    }

    @Override
    public StaffLine over(StaffLine known) {
        return new StaffLine(
                id, or(name, known.name), role, or(activeFrom, known.activeFrom), or(activeTo, known.activeTo));
    }

    @Override
    public Map<String, @Nullable Object> parameters() {
        return Line.values(
                "id",
                id,
                "name",
                name == null ? id : name,
                "role",
                role,
                "activeFrom",
                activeFrom,
                "activeTo",
                activeTo);
    }

    @Override
    public List<@Nullable String> cells(Clinic clinic) {
        return Arrays.asList(id, name, role, shown(activeFrom), shown(activeTo));
    }

    @Override
    public void note(Known known) {
        known.addStaff(id, role);
    }
}
