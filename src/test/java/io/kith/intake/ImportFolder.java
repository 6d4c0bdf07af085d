package io.kith.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Import files as RFC 4180 reads them (or with plain line feeds), by a reader that shares no code with Kith. */
final class ImportFolder {

    private final Path directory;
    private final Map<String, List<List<String>>> records = new HashMap<>();

    ImportFolder(Path directory) {
        this.directory = directory;
    }

    /** The rows of a file by column. */
    List<Map<String, String>> rows(String file) {
        List<String> header = header(file);
        return records(file).stream()
                .skip(1)
                .map(cells -> row(file, header, cells))
                .toList();
    }

    /** The rows of a file by their key; two rows with one key are refused. */
    Map<String, Map<String, String>> byId(String file) {
        return rows(file).stream().collect(Collectors.toMap(ImportFolder::firstCell, row -> row));
    }

    List<String> header(String file) {
        return records(file).get(0);
    }

    private static String firstCell(Map<String, String> row) {
        return row.values().iterator().next();
    }

    private static Map<String, String> row(String file, List<String> header, List<String> cells) {
        if (cells.size() != header.size()) {
            throw new IllegalStateException(file + ": " + cells + " does not fit " + header);
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int column = 0; column < header.size(); column++) {
            row.put(header.get(column), cells.get(column));
        }
        return row;
    }

    private List<List<String>> records(String file) {
        return records.computeIfAbsent(file, name -> records(name, text(name)));
    }

    private static List<List<String>> records(String file, String text) {
        List<List<String>> records = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            boolean doubled = quoted && text.startsWith("\"\"", at);
            if (doubled) {
                cell.append('"');
                at++;
            } else if (letter == '"') {
                quoted = !quoted;
            } else if (quoted || letter != ',' && letter != '\r' && letter != '\n') {
                cell.append(letter);
            } else {
                cells.add(cell.toString());
                cell.setLength(0);
            }
            boolean carriage = text.startsWith("\r\n", at);
            if (!quoted && (carriage || letter == '\n')) {
                at += carriage ? 1 : 0;
                records.add(cells);
                cells = new ArrayList<>();
            }
        }
        if (quoted || !cells.isEmpty() || !cell.isEmpty()) {
            throw new IllegalStateException(file + " ends within a row");
        }
        return records;
    }

    private String text(String file) {
        try {
            return Files.readString(directory.resolve(file + ".csv"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
