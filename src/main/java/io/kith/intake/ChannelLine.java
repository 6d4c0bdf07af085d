package io.kith.intake;

import static io.kith.intake.Line.or;

import io.kith.edge.Clinic;
import io.kith.graph.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of {@code channels.csv}. */
record ChannelLine(String code, @Nullable String name) implements Line<ChannelLine> {

    static final Table<ChannelLine> TABLE =
            new Table<>("channels", Columns.of("code! name"), true, ChannelLine::read, ChannelLine::known);

    private static ChannelLine read(Cells cells, Known known) {
        return new ChannelLine(cells.id("code"), cells.text("name", Cells.LONGEST_NAME));
    }

    private static ChannelLine known(Row row) {
        return new ChannelLine(row.text("code"), row.text("name"));
    }

    @Override
    public String key() {
        return code;
    }

    @Override
    public ChannelLine over(ChannelLine known) {
        return new ChannelLine(code, or(name, known.name));
    }

    @Override
    public Map<String, @Nullable Object> parameters() {
        return Line.values("code", code, "name", name == null ? code : name);
    }

    @Override
    public List<@Nullable String> cells(Clinic clinic) {
        return Arrays.asList(code, name);
    }

    @Override
    public void note(Known known) {
        known.channels().add(code);
    }
}
