package io.kith.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every row that was not loaded, and every row kept with a remark, as {@code rejects.csv}. */
final class RejectsFile implements AutoCloseable {

    static final String NAME = "rejects.csv";

    private final CsvFile csv;

    RejectsFile(Path path) throws IOException {
        csv = new CsvFile(path, List.of("file", "line", "field", "code", "reason"));
    }

    /** The path asked for; else inside the imported folder; in the working directory where that one is read-only. */
    static Path place(Path directory, @Nullable Path asked) {
        if (asked != null) {
            return asked;
        }
        return isWritable(directory) ? directory.resolve(NAME) : Path.of(NAME);
    }

    void add(Reject reject) {
        csv.row(List.of(
                reject.file(),
                String.valueOf(reject.line()),
                reject.field(),
                reject.code().name(),
                reject.reason()));
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    /** A folder that is marked as read-only for everyone is left alone, even by those who may write everywhere. */
    private static boolean isWritable(Path directory) {
        try {
            var permissions = Files.getFileAttributeView(directory, PosixFileAttributeView.class);
            return Files.isWritable(directory)
                    && (permissions == null
                            || permissions.readAttributes().permissions().stream()
                                    .anyMatch(one -> one.name().endsWith("WRITE")));
        } catch (IOException unknown) {
            return false;
        }
    }
}
