package io.kith.integrity;

import io.kith.graph.Row;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something about referrals that a person should look at.
 *
 * @param evidence facts, one a sentence, without names and phones
 */
public record Finding(
        String id,
        FindingKind kind,
        FindingSeverity severity,
        FindingState state,
        List<String> evidence,
        List<String> clientIds,
        List<String> referralIds,
        Instant openedAt) {

    static Finding of(Row row) {
        return new Finding(
                row.text("id"),
                FindingKind.valueOf(row.text("kind")),
                FindingSeverity.valueOf(row.text("severity")),
                FindingState.valueOf(row.text("state")),
                row.texts("evidence"),
                row.texts("clientIds"),
                row.texts("referralIds"),
                row.instant("openedAt"));
    }

    /** Whether payouts for its links wait. */
    public boolean holdsPayouts() {
        return severity == FindingSeverity.HIGH && (state == FindingState.OPEN || state == FindingState.REJECTED);
    }

    /** One step of a finding. */
    public record Step(
            Instant at, What what, String by, @Nullable String reason) {

        /** What can happen to a finding. */
        public enum What {
            FOUND,
            FOUND_ANEW,
            APPROVED,
            REJECTED,
            EXPLAINED
        }

        static Step of(Row row) {
            return new Step(
                    row.instant("at"), What.valueOf(row.text("what")), row.text("by"), row.textOrNull("reason"));
        }
    }
}
