package io.kith.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import io.kith.edge.FormulaCells;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A CSV file being written, UTF-8: no cell of it runs as a formula, and reading it gives back every cell exactly. */
final class CsvFile implements AutoCloseable {

    private static final QuoteStrategy BLANKS_AT_ITS_ENDS = new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int field, String value) {
            return !value.equals(value.strip());
        }
    };

    private final CsvWriter writer;
    private long rows;

    CsvFile(Path path, List<String> header) throws IOException {
        writer = CsvWriter.builder()
                .quoteStrategy(BLANKS_AT_ITS_ENDS)
                .bufferSize(1 << 16)
                .build(path, UTF_8);
        row(header);
    }

    void row(List<? extends @Nullable String> cells) {
        var row = writer.writeRecord();
        for (var cell : cells) {
            row.writeField(cell == null ? "" : FormulaCells.neutralised(cell));
        }
        row.endRecord();
        rows++;
    }

    /** How many rows there are beside the header. */
    long rows() {
        return rows - 1;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
