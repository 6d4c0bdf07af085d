package io.kith.reward;

import io.kith.access.Subject;
import io.kith.graph.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the append-only ledger.
 *
 * @param sequence its place in the ledger
 * @param key what is posted once: a second line under it is refused by the store
 * @param clientId whose balance it changes
 * @param amount in the unit of its kind, negative where it takes away
 * @param availableAt when it begins to count as available; of a line that takes back, when what it takes back does
 * @param proof what it rests on; null for redemptions
 * @param corrects id of the line it takes back
 * @param cause why a line takes back or gains late, null for others
 * @param refundId the refund that took back
 * @param leftOfBase what of the visit's base was left after that refund
 * @param before what its side of the decision stood at before a line that takes back
 */
public record RewardEntry(
        String id,
        long sequence,
        String key,
        RewardEntryType type,
        RewardKind kind,
        String clientId,
        long amount,
        Instant at,
        Instant availableAt,
        @Nullable Proof proof,
        @Nullable String corrects,
        @Nullable Cause cause,
        @Nullable String refundId,
        @Nullable Long leftOfBase,
        @Nullable Long before,
        String accountingReference,
        @Nullable String costCentre,
        @Nullable String taxRecord,
        String postedBy)
        implements Subject {

    /** Why a line takes back, or gains late. */
    public enum Cause {
        REFUND,
        NAMED_LATE,
        RETRACTED,
        ADJUSTED
    }

    static RewardEntry of(Row columns) {
        var row = columns.row("entry");
        return new RewardEntry(
                row.text("id"),
                row.number("sequence"),
                row.text("key"),
                RewardEntryType.valueOf(row.text("type")),
                RewardKind.valueOf(row.text("kind")),
                row.text("clientId"),
                row.number("amount"),
                row.instant("at"),
                row.instant("availableAt"),
                row.has("decision") ? Proof.of(row) : null,
                row.textOrNull("corrects"),
                row.has("cause") ? Cause.valueOf(row.text("cause")) : null,
                row.textOrNull("refundId"),
                row.numberOrNull("leftOfBase"),
                row.numberOrNull("before"),
                row.text("accountingReference"),
                row.textOrNull("costCentre"),
                row.textOrNull("taxRecord"),
                row.text("postedBy"));
    }

    /** Whether it is a gain: what a visit or milestone earned, at once or named late. */
    boolean isGain() {
        return type == RewardEntryType.ACCRUAL || cause == Cause.NAMED_LATE;
    }

    Map<String, @Nullable Object> properties() {
        var properties = proof == null ? new HashMap<String, @Nullable Object>() : proof.properties();
        properties.put("id", id);
        properties.put("sequence", sequence);
        properties.put("key", key);
        properties.put("type", type.name());
        properties.put("kind", kind.name());
        properties.put("clientId", clientId);
        properties.put("amount", amount);
        properties.put("at", at.atOffset(ZoneOffset.UTC));
        properties.put("availableAt", availableAt.atOffset(ZoneOffset.UTC));
        properties.put("corrects", corrects);
        properties.put("cause", cause == null ? null : cause.name());
        properties.put("refundId", refundId);
        properties.put("leftOfBase", leftOfBase);
        properties.put("before", before);
        properties.put("accountingReference", accountingReference);
        properties.put("costCentre", costCentre);
        properties.put("taxRecord", taxRecord);
        properties.put("postedBy", postedBy);
        return properties;
    }
}
