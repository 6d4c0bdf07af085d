package io.kith.tier;

import io.kith.job.Nightly;
import org.springframework.stereotype.Component;

/** A tier run every night, an hour after the influence run. */
@Component
class TierNightly implements Nightly {

    private final TierRuns runs;
    private final TierSettings settings;

    TierNightly(TierRuns runs, TierSettings settings) {
        this.runs = runs;
        this.settings = settings;
    }

    @Override
    public String work() {
        return "tier run";
    }

    @Override
    public String cron() {
        return settings.nightly();
    }

    @Override
    public void start() {
        runs.start();
    }
}
