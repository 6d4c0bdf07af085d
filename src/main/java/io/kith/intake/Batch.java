package io.kith.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a file, read and checked.
 *
 * @param rows those that are good so far
 * @param rejects the others
 * @param read how many rows there were in all
 * @param bytes how far into the file reading had come
 */
record Batch<L>(List<Entry<L>> rows, List<Reject> rejects, int read, long bytes) {

    /**
     * A good row.
     *
     * @param line where it stands in its file
     * @param known what the graph knows under its key; null for a new one
     */
    record Entry<L>(long line, L said, @Nullable L known) {}

    boolean isEmpty() {
        return read == 0;
    }
}
