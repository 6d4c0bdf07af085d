package io.kith.influence;

import io.kith.job.Nightly;
import org.springframework.stereotype.Component;

/** An influence run every night. */
@Component
class InfluenceNightly implements Nightly {

    private final InfluenceRuns runs;
    private final InfluenceSettings settings;

    InfluenceNightly(InfluenceRuns runs, InfluenceSettings settings) {
        this.runs = runs;
        this.settings = settings;
    }

    @Override
    public String work() {
        return "influence run";
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
