package io.kith.intake;

import static io.kith.intake.Line.amount;
import static io.kith.intake.Line.or;
import static io.kith.intake.Line.shown;

import io.kith.edge.Clinic;
import io.kith.graph.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of {@code treatments.csv}. */
record TreatmentLine(
        String code,
        @Nullable String name,
        @Nullable String category,
        @Nullable Long price,
        @Nullable Integer effectDays)
        implements Line<TreatmentLine> {

    static final Table<TreatmentLine> TABLE = new Table<>(
            "treatments",
            Columns.of("code! name category price effect_days"),
            true,
            TreatmentLine::read,
            TreatmentLine::known);

    private static TreatmentLine read(Cells cells, Known known) {
        return new TreatmentLine(
                cells.id("code"),
                cells.text("name", Cells.LONGEST_NAME),
                cells.text("category", Cells.LONGEST_NAME),
                cells.amountOrNull("price"),
                cells.countOrNull("effect_days", 0, 36_500));
    }

    private static TreatmentLine known(Row row) {
        return new TreatmentLine(
                row.text("code"),
                row.text("name"),
                row.textOrNull("category"),
                row.numberOrNull("price"),
                row.countOrNull("effectDays"));
    }

    @Override
    public String key() {
        return code;
    }

    @Override
    public TreatmentLine over(TreatmentLine known) {
        return new TreatmentLine(
                code,
                or(name, known.name),
                or(category, known.category),
                or(price, known.price),
                or(effectDays, known.effectDays));
    }

    @Override
    public Map<String, @Nullable Object> parameters() {
        return Line.values(
                "code",
                code,
                "name",
                name == null ? code : name,
                "category",
                category,
                "price",
                price,
                "effectDays",
                effectDays);
    }

    @Override
    public List<@Nullable String> cells(Clinic clinic) {
        return Arrays.asList(code, name, category, amount(price, clinic), shown(effectDays));
    }

    @Override
    public void note(Known known) {
        known.treatments().add(code);
    }
}
