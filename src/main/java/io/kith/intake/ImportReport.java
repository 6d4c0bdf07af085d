package io.kith.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How an import ended.
 *
 * @param files what became of the rows of each file, in the order they were loaded
 * @param notes what else there is to know: columns and files the layout does not have
 * @param rejects where every rejected row and every remark is named
 */
public record ImportReport(boolean dryRun, List<FileCount> files, List<String> notes, Path rejects, Duration took) {

    public FileCount total() {
        return files.stream().reduce(new FileCount("total", 0, 0, 0, 0, 0), FileCount::plus);
    }

    /** The counts as a table for a terminal. */
    public List<String> table() {
        var lines = new ArrayList<String>();
        lines.add("%-18s %12s %12s %12s %12s %12s"
                .formatted("file", "rows", dryRun ? "would load" : "loaded", "unchanged", "rejected", "remarks"));
        files.forEach(count -> lines.add(line(count)));
        lines.add(line(total()));
        return lines;
    }

    private static String line(FileCount count) {
        return "%-18s %,12d %,12d %,12d %,12d %,12d"
                .formatted(
                        count.file(),
                        count.rows(),
                        count.loaded(),
                        count.unchanged(),
                        count.rejected(),
                        count.remarks());
    }
}
