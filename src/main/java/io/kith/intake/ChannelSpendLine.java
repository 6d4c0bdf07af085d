package io.kith.intake;

import io.kith.edge.Clinic;
import io.kith.graph.Row;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of {@code channel_spend.csv}. */
record ChannelSpendLine(String channel, YearMonth month, long amount) implements Line<ChannelSpendLine> {

    static final Table<ChannelSpendLine> TABLE = new Table<>(
            "channel_spend",
            Columns.of("channel! month! amount!"),
            true,
            ChannelSpendLine::read,
            ChannelSpendLine::known);

    private static ChannelSpendLine read(Cells cells, Known known) {
        return new ChannelSpendLine(known.channel(cells, "channel"), cells.month("month"), cells.amount("amount"));
    }

    private static ChannelSpendLine known(Row row) {
        return new ChannelSpendLine(row.text("channel"), YearMonth.parse(row.text("month")), row.number("amount"));
    }

    @Override
    public String key() {
        return channel + ":" + month;
    }

    @Override
    public ChannelSpendLine over(ChannelSpendLine known) {
        return this;
    }

    @Override
    public Map<String, @Nullable Object> parameters() {
        return Line.values("key", key(), "channel", channel, "month", month.toString(), "amount", amount);
    }

    @Override
    public List<@Nullable String> cells(Clinic clinic) {
        return Arrays.asList(channel, month.toString(), Line.amount(amount, clinic));
    }
}
