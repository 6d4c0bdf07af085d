package io.kith.tier;

import io.kith.edge.Clinic;
import io.kith.edge.Conflict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.scheduling.support.CronTrigger;
import org.springframework.stereotype.Component;

/** Starts a tier run every night by the clinic's clock, an hour after the influence run. */
@Component
class TierNightly implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(TierNightly.class);
    private static final String NEVER = "-";

    private final TierRuns runs;
    private final TierSettings settings;
    private final Clinic clinic;

    TierNightly(TierRuns runs, TierSettings settings, Clinic clinic) {
        this.runs = runs;
        this.settings = settings;
        this.clinic = clinic;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        if (!settings.nightly().equals(NEVER)) {
            tasks.addTriggerTask(this::start, new CronTrigger(settings.nightly(), clinic.zone()));
        }
    }

    private void start() {
        try {
            runs.start();
        } catch (Conflict | TooFewClients refused) {
            LOG.info("The nightly tier run is left out: {}", refused.getMessage());
        }
    }
}
