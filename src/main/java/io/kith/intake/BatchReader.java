package io.kith.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;

/** Reads a file batch by batch: each row parsed, checked against what is known and against the rows before it. */
final class BatchReader<L extends Line<L>> implements AutoCloseable {

    private static final int MOST_CHARACTERS = 2_000_000;

    private final Table<L> table;
    private final String file;
    private final TableReader reader;
    private final Known known;
    private final int mostRows;
    private final Ids seen = new Ids();

    BatchReader(Table<L> table, Path path, Frame frame, Known known, int mostRows) throws IOException {
        this.table = table;
        this.file = path.getFileName().toString();
        this.reader = new TableReader(path, table.columns(), frame);
        this.known = known;
        this.mostRows = mostRows;
    }

    /** The next rows; none at the end. */
    Batch<L> next() {
        var rows = new ArrayList<Batch.Entry<L>>();
        var rejects = new ArrayList<Reject>();
        int read = 0;
        int characters = 0;
        while (read < mostRows && characters < MOST_CHARACTERS) {
            var cells = reader.next();
            if (cells == null) {
                break;
            }
            read++;
            characters += cells.length();
            try {
                rows.add(new Batch.Entry<>(cells.line(), read(cells), null));
            } catch (BadRow bad) {
                rejects.add(bad.at(file, cells.line()));
            }
        }
        return new Batch<>(rows, rejects, read, reader.bytesRead());
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private L read(Cells cells) {
        var line = table.reading().read(cells.sound(), known);
        if (!seen.add(line.key())) {
            var column = table.columns().names().get(0);
            throw cells.bad(column, RejectCode.DUPLICATE_ID, "stands in the file before; the first row counts");
        }
        line.note(known);
        return line;
    }
}
