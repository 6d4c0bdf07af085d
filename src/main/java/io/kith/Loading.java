package io.kith;

import io.kith.influence.InfluenceRuns;
import io.kith.intake.ImportConsole;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** An import from the console, and the influence run it ends with, so that scores are there when it returns. */
@Component
class Loading {

    private static final int UNREADABLE = 2;

    private final ImportConsole imports;
    private final InfluenceRuns influence;

    Loading(ImportConsole imports, InfluenceRuns influence) {
        this.imports = imports;
        this.influence = influence;
    }

    /** Returns the status of the import. */
    int load(Path directory, boolean dryRun, boolean strict) {
        var status = imports.run(directory, dryRun, strict, System.out);
        if (status != UNREADABLE && !dryRun) {
            influence.runNow();
        }
        return status;
    }
}
