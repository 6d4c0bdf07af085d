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

/** A row of {@code surveys.csv}. */
record SurveyLine(String id, String clientId, Instant at, int score) implements Line<SurveyLine> {

    static final Table<SurveyLine> TABLE =
            new Table<>("surveys", Columns.of("id! client_id! at! score!"), false, SurveyLine::read, SurveyLine::known);

    private static SurveyLine read(Cells cells, Known known) {
        return new SurveyLine(
                cells.id("id"), known.client(cells, "client_id"), cells.instant("at"), cells.count("score", 0, 10));
    }

    private static SurveyLine known(Row row) {
        return new SurveyLine(row.text("id"), row.text("clientId"), row.instant("at"), row.count("score"));
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
    public SurveyLine over(SurveyLine known) {
        return this;
    }

    @Override
    public Map<String, @Nullable Object> parameters() {
        return Line.values("id", id, "clientId", clientId, "at", utc(at), "score", score);
    }

    @Override
    public List<@Nullable String> cells(Clinic clinic) {
        return Arrays.asList(id, clientId, at.toString(), shown(score));
    }
}
