package io.kith.intake;

import io.kith.care.Renewal;
import io.kith.influence.InfluenceRuns;
import io.kith.job.Jobs;
import org.springframework.stereotype.Component;

/** What an import ends with, so that ties, follow-ups and scores are there when it returns. */
@Component
public class AfterImport {

    private final Jobs jobs;
    private final InfluenceRuns influence;

    AfterImport(Jobs jobs, InfluenceRuns influence) {
        this.jobs = jobs;
        this.influence = influence;
    }

    /** Waits for the end of each. */
    public void run() {
        jobs.run(Renewal.NAME, null);
        influence.runNow();
    }
}
