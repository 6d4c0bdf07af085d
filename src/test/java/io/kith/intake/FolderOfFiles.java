package io.kith.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Import files being made up for a test, with what an import should say of each of their rows. */
final class FolderOfFiles {

    private final Path directory;
    private final List<String> expected = new ArrayList<>();

    FolderOfFiles(Path directory) {
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    /** What should be named, as {@code file line field code}. */
    List<String> expected() {
        return expected;
    }

    OneFile file(String name, String header) {
        return new OneFile(name, header);
    }

    /** What an import named, as {@code file line field code}. */
    static List<String> named(ImportReport report) {
        return new ImportFolder(report.rejects().getParent())
                .rows(report.rejects().getFileName().toString().replace(".csv", "")).stream()
                        .map(row -> "%s %s %s %s"
                                .formatted(row.get("file"), row.get("line"), row.get("field"), row.get("code")))
                        .toList();
    }

    final class OneFile {

        private final String name;
        private final StringBuilder text;
        private Charset encoding = UTF_8;
        private String end = "\n";
        private String mark = "";
        private int line = 2;
        private int good;

        private OneFile(String name, String header) {
            this.name = name;
            this.text = new StringBuilder(header).append('\n');
        }

        OneFile in(String charset, String lineEnd, String byteOrderMark) {
            encoding = Charset.forName(charset);
            end = lineEnd;
            mark = byteOrderMark;
            return this;
        }

        OneFile good(String... rows) {
            for (var row : rows) {
                good++;
                add(row);
            }
            return this;
        }

        /** A row that is rejected. */
        OneFile bad(String field, RejectCode code, String row) {
            expected.add("%s %d %s %s".formatted(name, line, field, code));
            add(row);
            return this;
        }

        /** A row that is kept with a remark. */
        OneFile kept(String field, RejectCode code, String row) {
            good++;
            return bad(field, code, row);
        }

        /** Writes the file and tells how many rows of it should be kept. */
        int write() {
            try {
                var lines = text.toString().replace("\n", end);
                Files.write(directory.resolve(name), (mark + lines).getBytes(encoding));
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
            return good;
        }

        private void add(String row) {
            text.append(row).append('\n');
            line += 1 + (int) row.chars().filter(character -> character == '\n').count();
        }
    }
}
