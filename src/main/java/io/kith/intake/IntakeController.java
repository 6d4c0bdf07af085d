package io.kith.intake;

import io.kith.access.Door;
import io.kith.edge.NotFound;
import io.kith.job.Job;
import io.kith.job.Jobs;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files over HTTP: GraphQL carries none. */
@RestController
class IntakeController {

    private final ImportFolders folders;
    private final Jobs jobs;

    IntakeController(ImportFolders folders, Jobs jobs) {
        this.folders = folders;
        this.jobs = jobs;
    }

    /** Takes the files of an import as parts named {@code files} and loads them in the background. */
    @Door("Http.import")
    @PostMapping("/import")
    ResponseEntity<Map<String, String>> load(
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(defaultValue = "false") boolean dryRun) {
        var folder = folders.keep(files == null ? List.of() : files);
        var job = start(folder, dryRun);
        return ResponseEntity.accepted()
                .location(URI.create("/import/" + job.id()))
                .body(Map.of("job", job.id()));
    }

    /** What became of the rows of each file. */
    @Door("Http.import")
    @GetMapping("/import/{job}")
    ImportSummary report(@PathVariable String job) {
        return folders.report(folder(job));
    }

    /** Every rejected row and every remark: file, line, field, code, reason. */
    @Door("Http.import")
    @GetMapping("/import/{job}/rejects.csv")
    ResponseEntity<Resource> rejects(@PathVariable String job) {
        return csv(folders.rejects(folder(job)));
    }

    private Job start(String folder, boolean dryRun) {
        try {
            return jobs.start(ImportJob.KIND, ImportJob.argument(folder, dryRun));
        } catch (RuntimeException refused) {
            folders.drop(folder);
            throw refused;
        }
    }

    private String folder(String id) {
        var job = jobs.byId(id)
                .filter(found -> found.kind().equals(ImportJob.KIND))
                .orElseThrow(() -> NotFound.of("import", id));
        return ImportJob.folder(Objects.requireNonNull(job.argument()));
    }

    private static ResponseEntity<Resource> csv(Path path) {
        var name = ContentDisposition.attachment()
                .filename(String.valueOf(path.getFileName()))
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .body(new FileSystemResource(path));
    }
}
