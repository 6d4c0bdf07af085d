package io.kith;

import io.kith.care.Renewal;
import io.kith.influence.InfluenceRuns;
import io.kith.intake.ImportConsole;
import io.kith.job.Jobs;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** An import from the console and the jobs it ends with, so that ties, follow-ups and scores are there when it returns. */
@Component
class Loading {

    private static final int UNREADABLE = 2;

    private final ImportConsole imports;
    private final Jobs jobs;
    private final InfluenceRuns influence;

    Loading(ImportConsole imports, Jobs jobs, InfluenceRuns influence) {
        this.imports = imports;
        this.jobs = jobs;
        this.influence = influence;
    }

    /** Returns the status of the import. */
    int load(Path directory, boolean dryRun, boolean strict) {
        var status = imports.run(directory, dryRun, strict, System.out);
        if (status != UNREADABLE && !dryRun) {
            jobs.run(Renewal.NAME, null);
            influence.runNow();
        }
        return status;
    }
}
