package io.kith.job;

import io.kith.edge.Clinic;
import io.kith.edge.Refusal;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.scheduling.support.CronTrigger;
import org.springframework.stereotype.Component;

/** Starts what the features do every night; several processes try, and the first that comes runs it. */
@Component
class NightlyStarts implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyStarts.class);

    private final List<Nightly> nightly;
    private final Clinic clinic;

    NightlyStarts(List<Nightly> nightly, Clinic clinic) {
        this.nightly = nightly;
        this.clinic = clinic;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        nightly.stream()
                .filter(work -> !work.cron().equals(Nightly.NEVER))
                .forEach(work -> tasks.addTriggerTask(() -> start(work), new CronTrigger(work.cron(), clinic.zone())));
    }

    private static void start(Nightly nightly) {
        try {
            nightly.start();
        } catch (Refusal refused) {
            LOG.info("The nightly {} is left out: {}", nightly.work(), refused.getMessage());
        }
    }
}
