package io.kith.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All files of a demo clinic, open for writing at once: a row goes out as soon as it is known. */
final class DemoFiles implements Closeable {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int ID_DIGITS = 7;

    /** Both by the file's ordinal. */
    private final List<CsvWriter> writers = new ArrayList<>();

    private final long[] rows = new long[DemoFile.values().length];

    DemoFiles(Path directory) throws IOException {
        try {
            for (DemoFile file : DemoFile.values()) {
                writers.add(CsvWriter.builder()
                        .bufferSize(BUFFER_BYTES)
                        .build(Files.newOutputStream(directory.resolve(file.fileName())))
                        .writeRecord(file.columns()));
            }
        } catch (IOException | RuntimeException failure) {
            close();
            throw failure;
        }
    }

    void row(DemoFile file, String... cells) {
        if (cells.length != file.columns().size()) {
            throw new IllegalArgumentException(
                    file.fileName() + " has " + file.columns().size() + " columns, not " + cells.length + ".");
        }
        writers.get(file.ordinal()).writeRecord(cells);
        rows[file.ordinal()]++;
    }

    /** The id of the row to be written next: the prefix and the row's number. */
    String nextId(DemoFile file, String prefix) {
        return id(prefix, rows[file.ordinal()] + 1, ID_DIGITS);
    }

    static String id(String prefix, long number, int digits) {
        String text = Long.toString(number);
        return prefix + "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    /** An amount in minor units as a decimal with two places. */
    static String amount(long minor) {
        return minor / 100 + (minor % 100 < 10 ? ".0" : ".") + minor % 100;
    }

    Map<String, Long> rowsByFile() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (DemoFile file : DemoFile.values()) {
            counts.put(file.fileName(), rows[file.ordinal()]);
        }
        return counts;
    }

    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (CsvWriter writer : writers) {
            try {
                writer.close();
            } catch (IOException unwritten) {
                failure = failure == null ? unwritten : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
