package io.kith.care;

import io.kith.graph.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something to do for a client after a visit.
 *
 * @param step which step of the plan it is, such as {@code 48 h} or {@code 7 d}
 * @param ownerId who is accountable for the client now
 */
public record FollowUp(
        String id,
        String clientId,
        String visitId,
        String step,
        Instant dueAt,
        Instant overdueAt,
        @Nullable Instant doneAt,
        @Nullable Outcome outcome,
        @Nullable String note,
        @Nullable String ownerId,
        @Nullable String doneById) {

    /** What came of it. */
    public enum Outcome {
        SATISFIED,
        CONCERN,
        NOT_REACHED,
        DECLINED,
        NOT_NEEDED
    }

    /** Where it stands at an instant. */
    public enum State {
        PLANNED,
        DUE,
        OVERDUE,
        DONE
    }

    static FollowUp of(Row row) {
        var outcome = row.textOrNull("outcome");
        return new FollowUp(
                row.text("id"),
                row.text("clientId"),
                row.text("visitId"),
                row.text("step"),
                row.instant("dueAt"),
                row.instant("overdueAt"),
                row.instantOrNull("doneAt"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.textOrNull("note"),
                row.textOrNull("ownerId"),
                row.textOrNull("doneById"));
    }

    State state(Instant now) {
        if (doneAt != null) {
            return State.DONE;
        }
        if (now.isBefore(dueAt)) {
            return State.PLANNED;
        }
        return now.isBefore(overdueAt) ? State.DUE : State.OVERDUE;
    }
}
