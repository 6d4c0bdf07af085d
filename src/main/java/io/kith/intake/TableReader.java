package io.kith.intake;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.kith.edge.FormulaCells;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One CSV file of the layout, row by row, in constant memory.
 *
 * <p>A row whose quoting is broken or whose cell has no end is handed out as faulty and reading resumes at the line after
 * the one it began in, so that one bad quote never swallows the good rows behind it.
 */
final class TableReader implements AutoCloseable {

    private static final int LONGEST_CELL = 1 << 17;

    private final String file;
    private final Columns columns;
    private final Frame frame;
    private final CountedBytes bytes;
    private final Charset encoding;
    private final LineWindow window;
    private final int[] places; // of each cell of the file among our columns, -1 if it is none of them
    private final List<String> unknownColumns = new ArrayList<>();

    private RecordHandler handler = new RecordHandler();
    private CloseableIterator<RecordHandler.Found> records;
    private long linesBefore; // of the file, before the first one the current iterator sees

    TableReader(Path path, Columns columns, Frame frame) throws IOException {
        this.file = path.getFileName().toString();
        this.columns = columns;
        this.frame = frame;
        this.encoding = Encodings.of(path);
        this.bytes = new CountedBytes(Files.newInputStream(path));
        this.window = new LineWindow(new InputStreamReader(bytes, replacing(encoding)));
        this.records = newRecords();
        try {
            this.places = places(header());
        } catch (FileUnreadable refused) {
            window.close();
            throw refused;
        }
    }

    /** The next row, sound or faulty; null at the end. */
    @Nullable
    Cells next() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            var found = records.next();
            window.keepFrom(linesBefore + found.line());
            return cells(found);
        } catch (CsvParseException broken) {
            return resumed();
        }
    }

    /** Columns of the file that the layout does not know. */
    List<String> unknownColumns() {
        return List.copyOf(unknownColumns);
    }

    Charset encoding() {
        return encoding;
    }

    long bytesRead() {
        return bytes.count;
    }

    @Override
    public void close() throws IOException {
        window.close();
    }

    private CloseableIterator<RecordHandler.Found> newRecords() {
        handler = new RecordHandler();
        return CsvReader.builder()
                .maxBufferSize(LONGEST_CELL)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(handler, window)
                .iterator();
    }

    private Cells cells(RecordHandler.Found found) {
        var line = linesBefore + found.line();
        if (found.cells().size() != places.length) {
            var sentence = "the row has %d cells, the header has %d"
                    .formatted(found.cells().size(), places.length);
            return Cells.faulty(columns, frame, line, new BadRow("", RejectCode.CELL_COUNT, sentence));
        }
        var values = new @Nullable String[columns.names().size()];
        for (int i = 0; i < places.length; i++) {
            var cell = found.cells().get(i);
            if (places[i] >= 0 && !cell.isBlank()) {
                values[places[i]] = FormulaCells.restored(cell);
            }
        }
        return new Cells(columns, frame, line, values);
    }

    private Cells resumed() {
        long line = linesBefore + handler.line();
        window.keepFrom(line);
        var fault = handler.tooLong() || window.length() > LONGEST_CELL / 2
                ? new BadRow("", RejectCode.TOO_LONG, "a cell has no end, or the row is longer than any row can be")
                : new BadRow("", RejectCode.BAD_QUOTES, "a quote is not closed, or text follows a closing quote");
        try {
            window.goTo(line + 1);
        } catch (IOException gone) {
            throw new FileUnreadable(file, "reading stopped at line %d.".formatted(line));
        }
        linesBefore = line;
        records = newRecords();
        return Cells.faulty(columns, frame, line, fault);
    }

    private List<String> header() {
        try {
            if (records.hasNext()) {
                return records.next().cells();
            }
        } catch (CsvParseException broken) {
            throw new FileUnreadable(file, "its header row has a quote that is not closed or a cell without end.");
        }
        throw new FileUnreadable(file, "it is empty; its first row must name the columns.");
    }

    private int[] places(List<String> header) {
        var found = new TreeSet<String>();
        var places = new int[header.size()];
        for (int i = 0; i < places.length; i++) {
            var name = columns.meant(header.get(i));
            places[i] = name == null ? -1 : columns.names().indexOf(name);
            if (name == null && !header.get(i).isBlank()) {
                unknownColumns.add(header.get(i));
            } else if (name != null && !found.add(name)) {
                throw new FileUnreadable(file, "its header names the column %s twice.".formatted(name));
            }
        }
        var missing = new TreeSet<>(columns.needed());
        missing.removeAll(found);
        if (!missing.isEmpty()) {
            throw new FileUnreadable(file, "its header row lacks the column %s.".formatted(String.join(", ", missing)));
        }
        return places;
    }

    /** Undecodable bytes become U+FFFD here and are refused where a cell holds one, so nothing is replaced in silence. */
    private static CharsetDecoder replacing(Charset encoding) {
        return encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    /** Counts the bytes as they are read, for the progress bar. */
    private static final class CountedBytes extends FilterInputStream {

        private volatile long count;

        CountedBytes(InputStream source) {
            super(source);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = in.read(target, offset, length);
            count = count + Math.max(read, 0);
            return read;
        }
    }
}
