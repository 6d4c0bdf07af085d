package io.kith.intake;

import static io.kith.intake.Line.or;
import static io.kith.intake.Line.shown;
import static io.kith.intake.Line.utc;

import io.kith.edge.Clinic;
import io.kith.graph.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of {@code feedback.csv}. */
record FeedbackLine(
        String id,
        String clientId,
        String kind,
        @Nullable String topic,
        @Nullable Integer severity,
        Instant openedAt,
        @Nullable Instant firstResponseAt,
        @Nullable Instant solutionAt,
        @Nullable Instant closedAt,
        @Nullable String staffId)
        implements Line<FeedbackLine> {

    static final Table<FeedbackLine> TABLE = new Table<>(
            "feedback",
            Columns.of(
                    "id! client_id! kind! topic severity opened_at! first_response_at solution_at closed_at staff_id"),
            false,
            FeedbackLine::read,
            FeedbackLine::known);

    private static FeedbackLine read(Cells cells, Known known) {
        var openedAt = cells.instant("opened_at");
        return new FeedbackLine(
                cells.id("id"),
                known.client(cells, "client_id"),
                cells.word("kind", Words.FEEDBACK),
                cells.text("topic", Cells.LONGEST_NAME),
                cells.countOrNull("severity", 1, 5),
                openedAt,
                cells.instantOrNull("first_response_at", openedAt),
                cells.instantOrNull("solution_at", openedAt),
                cells.instantOrNull("closed_at", openedAt),
                known.staffOrNull(cells, "staff_id"));
    }

    private static FeedbackLine known(Row row) {
        return new FeedbackLine(
                row.text("id"),
                row.text("clientId"),
                row.text("kind"),
                row.textOrNull("topic"),
                row.countOrNull("severity"),
                row.instant("openedAt"),
                row.instantOrNull("firstResponseAt"),
                row.instantOrNull("solutionAt"),
                row.instantOrNull("closedAt"),
                row.textOrNull("staffId"));
    }

    @Override
    public String key() {
        return id;
    }

    @Override
    public FeedbackLine over(FeedbackLine known) {
        return new FeedbackLine(
                id,
                clientId,
                kind,
                or(topic, known.topic),
                or(severity, known.severity),
                openedAt,
                or(firstResponseAt, known.firstResponseAt),
                or(solutionAt, known.solutionAt),
                or(closedAt, known.closedAt),
                or(staffId, known.staffId));
    }

    @Override
    public Map<String, @Nullable Object> parameters() {
        return Line.values(
                "id",
                id,
                "clientId",
                clientId,
                "kind",
                kind,
                "topic",
                topic,
                "severity",
                severity,
                "openedAt",
                utc(openedAt),
                "firstResponseAt",
                utc(firstResponseAt),
                "solutionAt",
                utc(solutionAt),
                "closedAt",
                utc(closedAt),
                "staffId",
                staffId);
    }

    @Override
    public List<@Nullable String> cells(Clinic clinic) {
        return Arrays.asList(
                id,
                clientId,
                kind,
                topic,
                shown(severity),
                openedAt.toString(),
                shown(firstResponseAt),
                shown(solutionAt),
                shown(closedAt),
                staffId);
    }
}
