package io.kith.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kith.edge.Clinic;
import io.kith.edge.Conflict;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.scheduling.config.TriggerTask;
import org.springframework.scheduling.support.SimpleTriggerContext;

/** Nightly work starts by the clinic's clock; a refusal leaves the night out and no failure is hidden. */
class NightlyStartsTest {

    private static final Clinic CLINIC =
            new Clinic(Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"), "CN", "unknown");

    private int started;

    @Test
    void itStartsAtTheTimeOfTheClinic() {
        var task = tasks("0 30 3 * * *", () -> started++).get(0);

        var lastNight = Instant.parse("2026-03-01T19:30:05Z");
        assertThat(task.getTrigger().nextExecution(new SimpleTriggerContext(lastNight, lastNight, lastNight)))
                .isEqualTo("2026-03-02T19:30:00Z");
        task.getRunnable().run();
        assertThat(started).isEqualTo(1);
    }

    @Test
    void whereNoTimeIsSetItNeverStarts() {
        assertThat(tasks("-", () -> started++)).isEmpty();
    }

    @Test
    void aRefusalLeavesTheNightOutAndAFailureDoesNotPassForOne() {
        var refused = tasks("0 0 4 * * *", () -> {
                    throw new Conflict("One is running.");
                })
                .get(0);
        assertThatCode(refused.getRunnable()::run).doesNotThrowAnyException();

        var failing = tasks("0 0 4 * * *", () -> {
                    throw new IllegalStateException("broken");
                })
                .get(0);
        assertThatThrownBy(failing.getRunnable()::run).hasMessage("broken");
    }

    private static List<TriggerTask> tasks(String cron, Runnable start) {
        var registrar = new ScheduledTaskRegistrar();
        new NightlyStarts(List.of(new Nightly("work", cron, start)), CLINIC).configureTasks(registrar);
        return registrar.getTriggerTaskList();
    }
}
