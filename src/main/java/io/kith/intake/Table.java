package io.kith.intake;

import io.kith.graph.Row;
import java.util.function.Function;

/**
 * One file of the layout and its statements {@code intake/<name>-keys}, {@code -known} and {@code -load}.
 *
 * @param name of the file, without its ending
 * @param amendable whether a later file may change what an earlier one said; otherwise it may only fill what was unknown
 * @param reading reads a row
 * @param known reads what the graph knows under the same key
 */
record Table<L extends Line<L>>(
        String name, Columns columns, boolean amendable, Reading<L> reading, Function<Row, L> known) {

    /** Reads a row against what is known so far. */
    interface Reading<L> {

        L read(Cells cells, Known known);
    }

    String file() {
        return name + ".csv";
    }

    String statement(String does) {
        return "intake/%s-%s".formatted(name.replace('_', '-'), does);
    }
}
