package io.kith.integrity;

import io.kith.edge.Clinic;
import io.kith.edge.Conflict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.scheduling.support.CronTrigger;
import org.springframework.stereotype.Component;

/** Starts a scan every night by the clinic's clock. */
@Component
class IntegrityNightly implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(IntegrityNightly.class);
    private static final String NEVER = "-";

    private final IntegrityScan scan;
    private final IntegrityRules rules;
    private final Clinic clinic;

    IntegrityNightly(IntegrityScan scan, IntegrityRules rules, Clinic clinic) {
        this.scan = scan;
        this.rules = rules;
        this.clinic = clinic;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        if (!rules.nightly().equals(NEVER)) {
            tasks.addTriggerTask(this::start, new CronTrigger(rules.nightly(), clinic.zone()));
        }
    }

    private void start() {
        try {
            scan.start();
        } catch (Conflict running) {
            LOG.info("The nightly integrity scan is left out: {}", running.getMessage());
        }
    }
}
