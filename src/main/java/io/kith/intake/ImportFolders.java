package io.kith.intake;

import io.kith.edge.Conflict;
import io.kith.edge.InvalidInput;
import io.kith.edge.NotFound;
import io.kith.edge.Shown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where uploaded files wait for their import: a folder each. The files go once they are loaded, the report and the list of
 * rejects stay for thirty days.
 */
@Component
class ImportFolders {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z_-]{0,40}\\.csv");
    private static final String REPORT = "report.json";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path directory;
    private final Clock clock;

    ImportFolders(@Value("${kith.import.directory}") Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Keeps what was uploaded and returns the name of its folder.
     *
     * @throws InvalidInput where a name is no CSV file's, comes twice, or there is none
     */
    String keep(List<MultipartFile> files) {
        sweep();
        var id = UUID.randomUUID().toString();
        try {
            Files.createDirectories(of(id));
            for (var file : files) {
                keep(file, of(id));
            }
            if (files.isEmpty()) {
                throw new InvalidInput("The upload has no part named 'files'; send at least one, such as clients.csv.");
            }
            return id;
        } catch (IOException broken) {
            drop(id);
            throw new UncheckedIOException(broken);
        } catch (RuntimeException refused) {
            drop(id);
            throw refused;
        }
    }

    Path of(String id) {
        return directory.resolve(id);
    }

    Path rejects(String id) {
        return there(id, RejectsFile.NAME);
    }

    void report(String id, ImportReport report) {
        JSON.writeValue(of(id).resolve(REPORT), ImportSummary.of(report));
    }

    ImportSummary report(String id) {
        return JSON.readValue(there(id, REPORT), ImportSummary.class);
    }

    /** Forgets the uploaded files, which hold personal data, and keeps what became of them. */
    void loaded(String id) {
        delete(of(id), path -> !path.endsWith(RejectsFile.NAME) && !path.endsWith(REPORT));
    }

    void drop(String id) {
        try {
            FileSystemUtils.deleteRecursively(of(id));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void keep(MultipartFile file, Path folder) throws IOException {
        var name = String.valueOf(file.getOriginalFilename()).toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches()) {
            throw new InvalidInput(
                    "'%s' is no file of an import; those are named like clients.csv.".formatted(Shown.shortly(name)));
        }
        var path = folder.resolve(name);
        if (Files.exists(path)) {
            throw new InvalidInput("'%s' comes twice in one upload; send each file once.".formatted(name));
        }
        file.transferTo(path.toAbsolutePath());
    }

    private Path there(String id, String name) {
        var path = of(id).resolve(name);
        if (!Files.exists(of(id))) {
            throw NotFound.of("upload", id);
        }
        if (!Files.exists(path)) {
            throw new Conflict("The import has not come to its %s yet.".formatted(name));
        }
        return path;
    }

    private void sweep() {
        if (Files.isDirectory(directory)) {
            try (var folders = Files.list(directory)) {
                folders.filter(this::isOld).forEach(folder -> drop(String.valueOf(folder.getFileName())));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    private boolean isOld(Path folder) {
        try {
            return Files.getLastModifiedTime(folder)
                    .toInstant()
                    .isBefore(clock.instant().minus(KEPT));
        } catch (IOException gone) {
            return false;
        }
    }

    private static void delete(Path folder, Predicate<Path> which) {
        try (var paths = Files.list(folder)) {
            for (var path : paths.filter(which).toList()) {
                Files.delete(path);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
