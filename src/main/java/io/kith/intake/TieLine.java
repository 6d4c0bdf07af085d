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

/** A row of {@code ties.csv}: a bond that goes both ways, written with the smaller id first. */
record TieLine(
        String clientId,
        String otherId,
        String kind,
        @Nullable LocalDate since) implements Line<TieLine> {

    static final Table<TieLine> TABLE =
            new Table<>("ties", Columns.of("client_id! other_id! kind! since"), false, TieLine::read, TieLine::known);

    private static TieLine read(Cells cells, Known known) {
        var client = known.client(cells, "client_id");
        var other = known.client(cells, "other_id");
        if (client.equals(other)) {
            throw cells.bad("other_id", RejectCode.SELF_TIE, "is the client herself");
        }
        var kind = cells.word("kind", Words.TIES);
        var since = cells.dayOrNull("since");
        return client.compareTo(other) < 0
                ? new TieLine(client, other, kind, since)
                : new TieLine(other, client, kind, since);
    }

    private static TieLine known(Row row) {
        return new TieLine(row.text("clientId"), row.text("otherId"), row.text("kind"), row.dayOrNull("since"));
    }

    @Override
    public String key() {
        return Line.key(clientId, otherId, kind);
    }

    @Override
    public TieLine over(TieLine known) {
        return new TieLine(clientId, otherId, kind, or(since, known.since));
    }

    @Override
    public Map<String, @Nullable Object> parameters() {
        return Line.values("clientId", clientId, "otherId", otherId, "kind", kind, "since", since);
    }

    @Override
    public List<@Nullable String> cells(Clinic clinic) {
        return Arrays.asList(clientId, otherId, kind, shown(since));
    }
}
