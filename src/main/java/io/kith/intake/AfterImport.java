package io.kith.intake;

import io.kith.care.Renewal;
import io.kith.influence.InfluenceRuns;
import io.kith.job.Jobs;
import io.kith.reward.AccrualJob;
import io.kith.reward.Packs;
import org.springframework.stereotype.Component;

/** What an import ends with, so that ties, follow-ups, scores and rewards are there when it returns. */
@Component
public class AfterImport {

    private final Jobs jobs;
    private final InfluenceRuns influence;
    private final Packs packs;

    AfterImport(Jobs jobs, InfluenceRuns influence, Packs packs) {
        this.jobs = jobs;
        this.influence = influence;
        this.packs = packs;
    }

    /** Waits for the end of each. */
    public void run() {
        jobs.run(Renewal.NAME, null);
        influence.runNow();
        if (packs.inForce().isPresent()) {
            jobs.run(AccrualJob.NAME, null);
        }
    }
}
