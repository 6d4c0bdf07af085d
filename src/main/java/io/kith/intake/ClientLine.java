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

/** A row of {@code clients.csv}. */
record ClientLine(
        String id,
        @Nullable String name,
        @Nullable String phone,
        @Nullable LocalDate joinedOn,
        @Nullable String region,
        @Nullable String channel,
        @Nullable LocalDate birthDate)
        implements Line<ClientLine> {

    static final Table<ClientLine> TABLE = new Table<>(
            "clients",
            Columns.of("id! name phone joined_on region channel birth_date"),
            true,
            ClientLine::read,
            ClientLine::known);

    private static ClientLine read(Cells cells, Known known) {
        return new ClientLine(
                cells.id("id"),
                cells.text("name", Cells.LONGEST_NAME),
                cells.text("phone", Cells.LONGEST_PHONE),
                cells.dayOrNull("joined_on"),
                cells.text("region", Cells.LONGEST_NAME),
                known.channelOrNull(cells, "channel"),
                cells.dayOrNull("birth_date"));
    }

    private static ClientLine known(Row row) {
        return new ClientLine(
                row.text("id"),
                row.text("name"),
                row.textOrNull("phone"),
                row.dayOrNull("joinedOn"),
                row.textOrNull("region"),
                row.textOrNull("channel"),
                row.dayOrNull("birthDate"));
    }

    /** Her name, or her id where no name is known. */
    String shownName() {
        return name == null ? id : name;
    }

    @Override
    public String key() {
        return id;
    }

    @Override
    public String lane() {
        return id;
    }

    @Override
    public ClientLine over(ClientLine known) {
        return new ClientLine(
                id,
                or(name, known.name),
                or(phone, known.phone),
                or(joinedOn, known.joinedOn),
                or(region, known.region),
                or(channel, known.channel),
                or(birthDate, known.birthDate));
    }

    @Override
    public Map<String, @Nullable Object> parameters() {
        return Line.values(
                "id",
                id,
                "name",
                shownName(),
                "phone",
                phone,
                "joinedOn",
                joinedOn,
                "region",
                region,
                "channel",
                channel,
                "birthDate",
                birthDate);
    }

    @Override
    public List<@Nullable String> cells(Clinic clinic) {
        return Arrays.asList(id, name, phone, shown(joinedOn), region, channel, shown(birthDate));
    }

    @Override
    public void note(Known known) {
        known.clients().add(id);
    }
}
