package io.kith.intake;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the records of a CSV file as FastCSV finds them; unquoted cells lose the blanks around them, blank rows are skipped. */
final class RecordHandler extends AbstractBaseCsvCallbackHandler<RecordHandler.Found> {

    private static final int MOST_CELLS = 1_000;
    private static final int LONGEST_RECORD = 1 << 20;

    private List<String> cells = new ArrayList<>();
    private int length;
    private boolean tooLong;

    /** One record: the line it begins in, from 1, and its cells. */
    record Found(long line, List<String> cells) {}

    /** The line in which the record being read begins, from 1. */
    long line() {
        return getStartingLineNumber();
    }

    /** Whether the record being read was given up for its length. */
    boolean tooLong() {
        return tooLong;
    }

    @Override
    protected void handleBegin(long line) {
        cells = new ArrayList<>(cells.size());
        length = 0;
    }

    @Override
    protected void handleField(int index, char[] text, int offset, int count, boolean quoted) {
        length += count;
        if (index >= MOST_CELLS || length > LONGEST_RECORD) {
            tooLong = true;
            throw new IllegalStateException("too long");
        }
        var cell = new String(text, offset, count);
        cells.add(quoted ? cell : cell.strip());
    }

    @Override
    protected @Nullable Found buildRecord() {
        for (var cell : cells) {
            if (!cell.isBlank()) {
                return new Found(getStartingLineNumber(), cells);
            }
        }
        return null;
    }
}
