package io.kith.reward;

import io.kith.access.Subject;
import io.kith.graph.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that needs two persons: who asks for it, and another who lets it happen.
 *
 * @param amount in the unit of its kind, more than zero
 * @param approvalAbove the threshold of the pack it is above
 * @param entryToAdjust the line an adjustment takes back from
 * @param entryId the line it came to
 */
public record RewardApproval(
        String id,
        Status status,
        Action action,
        String clientId,
        RewardKind kind,
        long amount,
        String requestedBy,
        Instant requestedAt,
        @Nullable String reason,
        long approvalAbove,
        @Nullable String entryToAdjust,
        @Nullable String accountingReference,
        @Nullable String costCentre,
        @Nullable String taxRecord,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        @Nullable String entryId)
        implements Subject {

    /** How far it has come. */
    public enum Status {
        PENDING,
        APPROVED,
        REJECTED
    }

    /** What is asked for. */
    public enum Action {
        REDEMPTION,
        ADJUSTMENT
    }

    static RewardApproval of(Row columns) {
        var row = columns.row("approval");
        return new RewardApproval(
                row.text("id"),
                Status.valueOf(row.text("status")),
                Action.valueOf(row.text("action")),
                row.text("clientId"),
                RewardKind.valueOf(row.text("kind")),
                row.number("amount"),
                row.text("requestedBy"),
                row.instant("requestedAt"),
                row.textOrNull("reason"),
                row.number("approvalAbove"),
                row.textOrNull("entryToAdjust"),
                row.textOrNull("accountingReference"),
                row.textOrNull("costCentre"),
                row.textOrNull("taxRecord"),
                row.textOrNull("decidedBy"),
                row.instantOrNull("decidedAt"),
                row.textOrNull("decisionReason"),
                row.textOrNull("entryId"));
    }

    Map<String, @Nullable Object> properties() {
        var properties = new HashMap<String, @Nullable Object>();
        properties.put("id", id);
        properties.put("status", status.name());
        properties.put("action", action.name());
        properties.put("clientId", clientId);
        properties.put("kind", kind.name());
        properties.put("amount", amount);
        properties.put("requestedBy", requestedBy);
        properties.put("requestedAt", requestedAt.atOffset(ZoneOffset.UTC));
        properties.put("reason", reason);
        properties.put("approvalAbove", approvalAbove);
        properties.put("entryToAdjust", entryToAdjust);
        properties.put("accountingReference", accountingReference);
        properties.put("costCentre", costCentre);
        properties.put("taxRecord", taxRecord);
        return properties;
    }
}
