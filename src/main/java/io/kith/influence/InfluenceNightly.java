package io.kith.influence;

import io.kith.edge.Clinic;
import io.kith.edge.Conflict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.scheduling.support.CronTrigger;
import org.springframework.stereotype.Component;

/** Starts an influence run every night by the clinic's clock. */
@Component
class InfluenceNightly implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(InfluenceNightly.class);
    private static final String NEVER = "-";

    private final InfluenceRuns runs;
    private final InfluenceSettings settings;
    private final Clinic clinic;

    InfluenceNightly(InfluenceRuns runs, InfluenceSettings settings, Clinic clinic) {
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
        } catch (Conflict running) {
            LOG.info("The nightly influence run is left out: {}", running.getMessage());
        }
    }
}
