package io.kith.intake;

import io.kith.access.Operation;
import io.kith.access.OperationLog;
import io.kith.job.JobKind;
import io.kith.job.JobRun;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * An import of uploaded files in the background. Its stage is the file being read, its parts are the bytes of all files.
 * Resumed, it reads the same files again, which changes nothing that was loaded before.
 */
@Component
class ImportJob implements JobKind {

    static final String KIND = "IMPORT";

    private static final String DRY = " dry-run";
    private static final String LOADED = "LOADED";

    private final Imports imports;
    private final ImportFolders folders;
    private final AfterImport after;
    private final OperationLog log;

    ImportJob(Imports imports, ImportFolders folders, AfterImport after, OperationLog log) {
        this.imports = imports;
        this.folders = folders;
        this.after = after;
        this.log = log;
    }

    /** What the job is started with. */
    static String argument(String folder, boolean dryRun) {
        return dryRun ? folder + DRY : folder;
    }

    /** The folder a job was started with. */
    static String folder(String argument) {
        return argument.endsWith(DRY) ? argument.substring(0, argument.length() - DRY.length()) : argument;
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        var argument = Objects.requireNonNull(run.argument());
        var folder = folder(argument);
        var dryRun = argument.endsWith(DRY);
        if (!LOADED.equals(run.checkpoint())) {
            load(run, folder, dryRun);
            run.checkpoint(LOADED);
        }
        if (!dryRun) {
            run.stage("ties, follow-ups, scores, tiers and findings", null);
            after.run();
        }
        folders.loaded(folder);
    }

    private void load(JobRun run, String folder, boolean dryRun) {
        var path = folders.of(folder);
        var report = imports.run(path, dryRun, path.resolve(RejectsFile.NAME), new Told(run));
        folders.report(folder, report);
        if (!dryRun) {
            log.append(Operation.ofSystem("Import.loaded", List.of()));
        }
    }

    /** Tells the job's watchers how far the import has come. */
    private static final class Told implements ImportListener {

        private final JobRun run;
        private String file = "";

        Told(JobRun run) {
            this.run = run;
        }

        @Override
        public void progressed(ImportProgress progress) {
            if (!progress.file().equals(file)) {
                file = progress.file();
                run.stage(file, progress.totalBytes());
            }
            run.done(progress.bytes());
        }
    }
}
