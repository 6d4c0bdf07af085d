package io.kith.intake;

import static io.kith.intake.Line.or;
import static io.kith.intake.Line.shown;

import io.kith.edge.Clinic;
import io.kith.graph.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of {@code attendances.csv}. */
record AttendanceLine(
        String activityId, String clientId, @Nullable Integer contribution) implements Line<AttendanceLine> {

    static final Table<AttendanceLine> TABLE = new Table<>(
            "attendances",
            Columns.of("activity_id! client_id! contribution"),
            false,
            AttendanceLine::read,
            AttendanceLine::known);

    private static AttendanceLine read(Cells cells, Known known) {
        return new AttendanceLine(
                known.activity(cells, "activity_id"),
                known.client(cells, "client_id"),
                cells.countOrNull("contribution", 0, 1_000_000));
    }

    private static AttendanceLine known(Row row) {
        return new AttendanceLine(row.text("activityId"), row.text("clientId"), row.countOrNull("contribution"));
    }

    @Override
    public String key() {
        return Line.key(activityId, clientId);
    }

    @Override
    public AttendanceLine over(AttendanceLine known) {
        return new AttendanceLine(activityId, clientId, or(contribution, known.contribution));
    }

    @Override
    public Map<String, @Nullable Object> parameters() {
        return Line.values("activityId", activityId, "clientId", clientId, "contribution", contribution);
    }

    @Override
    public List<@Nullable String> cells(Clinic clinic) {
        return Arrays.asList(activityId, clientId, shown(contribution));
    }
}
