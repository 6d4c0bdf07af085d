package io.kith.job;

import io.kith.graph.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Long work in the background, as far as it has come.
 *
 * @param argument what it was started with; never personal data
 * @param total how many parts the stage has, null where unknown
 * @param checkpoint what the work noted to take up again after an interruption
 */
public record Job(
        String id,
        String kind,
        @Nullable String argument,
        JobState state,
        @Nullable String stage,
        long done,
        @Nullable Long total,
        @Nullable String message,
        @Nullable String checkpoint,
        String startedBy,
        Instant startedAt,
        Instant updatedAt,
        @Nullable Instant endedAt,
        int attempts) {

    static Job of(Row columns) {
        var row = columns.row("job");
        return new Job(
                row.text("id"),
                row.text("kind"),
                row.textOrNull("argument"),
                JobState.valueOf(row.text("state")),
                row.textOrNull("stage"),
                row.number("done"),
                row.numberOrNull("total"),
                row.textOrNull("message"),
                row.textOrNull("checkpoint"),
                row.text("startedBy"),
                row.instant("startedAt"),
                row.instant("updatedAt"),
                row.instantOrNull("endedAt"),
                row.count("attempts"));
    }

    Job at(@Nullable String newStage, long newDone, @Nullable Long newTotal, @Nullable String noted, Instant now) {
        return new Job(
                id, kind, argument, state, newStage, newDone, newTotal, message, noted, startedBy, startedAt, now,
                endedAt, attempts);
    }

    Job ended(JobState end, @Nullable String why, Instant now) {
        return new Job(
                id, kind, argument, end, stage, done, total, why, checkpoint, startedBy, startedAt, now, now, attempts);
    }
}
