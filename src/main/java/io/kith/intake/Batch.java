package io.kith.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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

    /** The same rows in so many parts that can be written at the same time: no client has rows in two of them. */
    static <L extends Line<L>> List<List<Entry<L>>> lanes(Batch<L> batch, int count) {
        var lanes = IntStream.range(0, count)
                .<List<Entry<L>>>mapToObj(lane -> new ArrayList<>(batch.rows().size() / count + 1))
                .toList();
        for (var row : batch.rows()) {
            var lane = row.said().lane();
            lanes.get(lane == null ? 0 : Math.floorMod(lane.hashCode(), count)).add(row);
        }
        return lanes.stream().filter(lane -> !lane.isEmpty()).toList();
    }

    boolean isEmpty() {
        return read == 0;
    }
}
