package io.kith.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of a folder that an import reads, in the order in which they are loaded.
 *
 * @param files by table
 * @param strangers other CSV files, which nobody reads
 */
record Layout(Map<Table<?>, Path> files, List<String> strangers) {

    /** All files there can be: what others name comes first. */
    static final List<Table<?>> TABLES = List.of(
            StaffLine.TABLE,
            TreatmentLine.TABLE,
            ChannelLine.TABLE,
            ChannelSpendLine.TABLE,
            ClientLine.TABLE,
            TieLine.TABLE,
            VisitLine.TABLE,
            ReferralLine.TABLE,
            TouchpointLine.TABLE,
            FeedbackLine.TABLE,
            SurveyLine.TABLE,
            ActivityLine.TABLE,
            AttendanceLine.TABLE);

    /** @throws FileUnreadable where the folder has none of the files */
    static Layout of(Path directory) throws IOException {
        var found = csvFiles(directory);
        var files = new LinkedHashMap<Table<?>, Path>();
        for (var table : TABLES) {
            var file = found.remove(table.file());
            if (file != null) {
                files.put(table, file);
            }
        }
        if (files.isEmpty()) {
            throw new FileUnreadable(
                    directory.getFileName() + "/", "it holds none of the files of an import, such as clients.csv.");
        }
        found.remove(RejectsFile.NAME);
        return new Layout(files, new ArrayList<>(found.keySet()));
    }

    private static Map<String, Path> csvFiles(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new FileUnreadable(directory.getFileName() + "/", "there is no such folder.");
        }
        var found = new TreeMap<String, Path>();
        try (var paths = Files.list(directory)) {
            paths.filter(Files::isRegularFile)
                    .sorted()
                    .forEach(path ->
                            found.putIfAbsent(path.getFileName().toString().toLowerCase(Locale.ROOT), path));
        }
        found.keySet().removeIf(name -> !name.endsWith(".csv"));
        return found;
    }
}
