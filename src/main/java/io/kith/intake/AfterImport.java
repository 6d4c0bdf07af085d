package io.kith.intake;

import io.kith.care.Renewal;
import io.kith.influence.InfluenceRuns;
import io.kith.integrity.IntegrityScan;
import io.kith.job.Jobs;
import io.kith.reward.AccrualJob;
import io.kith.reward.Packs;
import io.kith.tier.TierRuns;
import org.springframework.stereotype.Component;

/** What an import ends with, so that ties, follow-ups, scores, tiers, findings and rewards are there when it returns. */
@Component
public class AfterImport {

    private final Jobs jobs;
    private final InfluenceRuns influence;
    private final TierRuns tiers;
    private final Packs packs;

    AfterImport(Jobs jobs, InfluenceRuns influence, TierRuns tiers, Packs packs) {
        this.jobs = jobs;
        this.influence = influence;
        this.tiers = tiers;
        this.packs = packs;
    }

    /** Waits for the end of each; the findings come before the rewards that they hold back. */
    public void run() {
        jobs.run(Renewal.NAME, null);
        influence.runNow();
        tiers.runNow();
        jobs.run(IntegrityScan.NAME, null);
        if (packs.inForce().isPresent()) {
            jobs.run(AccrualJob.NAME, null);
        }
    }
}
