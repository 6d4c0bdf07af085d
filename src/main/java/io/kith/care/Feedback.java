package io.kith.care;

import io.kith.graph.Row;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a client had to say.
 *
 * @param direction to whom she said it
 * @param severity 1 to 5
 * @param clockFrom from when both clocks run: when it was opened or last reopened
 * @param reopened how often
 * @param handlerId whose case it is
 */
public record Feedback(
        String id,
        String clientId,
        Kind kind,
        @Nullable String topic,
        Direction direction,
        int severity,
        Instant openedAt,
        Instant clockFrom,
        @Nullable Instant firstResponseAt,
        @Nullable Instant solutionAt,
        @Nullable Instant closedAt,
        int reopened,
        @Nullable String handlerId) {

    /** What it is. */
    public enum Kind {
        COMPLAINT,
        SUGGESTION,
        PRAISE
    }

    /** To whom she said it. */
    public enum Direction {
        TO_CLINIC,
        TO_FRIENDS,
        TO_PUBLIC,
        TO_AUTHORITY
    }

    /** Where one of the clocks stands. */
    public enum ClockState {
        RUNNING,
        IN_TIME,
        LATE,
        OVERDUE
    }

    /** A clock: until when something is to be done, and when it was. In time is before the whole span has passed. */
    public record Deadline(Instant dueAt, @Nullable Instant doneAt) {

        ClockState state(Instant now) {
            if (doneAt != null) {
                return doneAt.isBefore(dueAt) ? ClockState.IN_TIME : ClockState.LATE;
            }
            return now.isBefore(dueAt) ? ClockState.RUNNING : ClockState.OVERDUE;
        }
    }

    static Feedback of(Row row) {
        var direction = row.textOrNull("direction");
        var severity = row.countOrNull("severity");
        return new Feedback(
                row.text("id"),
                row.text("clientId"),
                Kind.valueOf(row.text("kind")),
                row.textOrNull("topic"),
                direction == null ? Direction.TO_CLINIC : Direction.valueOf(direction),
                severity == null ? 1 : severity,
                row.instant("openedAt"),
                row.instant("clockFrom"),
                row.instantOrNull("firstResponseAt"),
                row.instantOrNull("solutionAt"),
                row.instantOrNull("closedAt"),
                row.count("reopened"),
                row.textOrNull("handlerId"));
    }

    Deadline firstResponse(Duration within) {
        return new Deadline(clockFrom.plus(within), firstResponseAt);
    }

    Deadline solution(Duration within) {
        return new Deadline(clockFrom.plus(within), solutionAt);
    }
}
