package io.kith;

import io.kith.access.Operation;
import io.kith.access.OperationLog;
import io.kith.intake.AfterImport;
import io.kith.intake.ImportConsole;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/** An import from the console and the jobs it ends with, so that ties, follow-ups, scores, tiers and findings are there when it returns. */
@Component
class Loading {

    private static final int UNREADABLE = 2;

    private final ImportConsole imports;
    private final AfterImport after;
    private final OperationLog log;

    Loading(ImportConsole imports, AfterImport after, OperationLog log) {
        this.imports = imports;
        this.after = after;
        this.log = log;
    }

    /** Returns the status of the import. */
    int load(Path directory, boolean dryRun, boolean strict) {
        var status = imports.run(directory, dryRun, strict, System.out);
        if (status != UNREADABLE && !dryRun) {
            log.append(Operation.ofSystem("Import.loaded", List.of()));
            after.run();
        }
        return status;
    }
}
