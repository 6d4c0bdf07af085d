package io.kith.intake;

import static io.kith.intake.Line.shown;
import static io.kith.intake.Line.utc;

import io.kith.edge.Clinic;
import io.kith.graph.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of {@code touchpoints.csv}. */
record TouchpointLine(
        String id,
        String clientId,
        String staffId,
        Instant at,
        String stage,
        String kind,
        @Nullable Integer satisfaction,
        @Nullable Integer rapport,
        @Nullable String note)
        implements Line<TouchpointLine> {

    static final Table<TouchpointLine> TABLE = new Table<>(
            "touchpoints",
            Columns.of("id! client_id! staff_id! at! stage! kind! satisfaction rapport note"),
            false,
            TouchpointLine::read,
            TouchpointLine::known);

    private static TouchpointLine read(Cells cells, Known known) {
        return new TouchpointLine(
                cells.id("id"),
                known.client(cells, "client_id"),
                known.staff(cells, "staff_id"),
                cells.instant("at"),
                cells.word("stage", Words.STAGES),
                cells.word("kind", Words.CONTACTS),
                cells.countOrNull("satisfaction", 1, 5),
                cells.countOrNull("rapport", 1, 5),
                cells.text("note", Cells.LONGEST_NOTE));
    }

    private static TouchpointLine known(Row row) {
        return new TouchpointLine(
                row.text("id"),
                row.text("clientId"),
                row.text("staffId"),
                row.instant("at"),
                row.text("stage"),
                row.text("kind"),
                row.countOrNull("satisfaction"),
                row.countOrNull("rapport"),
                row.textOrNull("note"));
    }

    @Override
    public String key() {
        return id;
    }

    @Override
    public String lane() {
        return clientId;
    }

    @Override
    public TouchpointLine over(TouchpointLine known) {
        return this;
    }

    @Override
    public Map<String, @Nullable Object> parameters() {
        return Line.values(
                "id",
                id,
                "clientId",
                clientId,
                "staffId",
                staffId,
                "at",
                utc(at),
                "stage",
                stage,
                "kind",
                kind,
                "satisfaction",
                satisfaction,
                "rapport",
                rapport,
                "note",
                note);
    }

    @Override
    public List<@Nullable String> cells(Clinic clinic) {
        return Arrays.asList(
                id, clientId, staffId, at.toString(), stage, kind, shown(satisfaction), shown(rapport), note);
    }
}
