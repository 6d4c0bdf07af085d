package io.kith.referral;

import io.kith.graph.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** Something that became of a referral, told once it is in the store. */
record ReferralEvent(ReferralEventKind kind, Instant at, String referralId, String referrerId, String referredId) {

    static ReferralEvent of(Row row) {
        return new ReferralEvent(
                ReferralEventKind.valueOf(row.text("kind")),
                row.instant("happenedAt"),
                row.text("referralId"),
                row.text("referrerId"),
                row.text("referredId"));
    }

    /** As it is read again. */
    Map<String, Object> columns() {
        return Map.of(
                "kind", kind.name(),
                "happenedAt", at.atOffset(ZoneOffset.UTC),
                "referralId", referralId,
                "referrerId", referrerId,
                "referredId", referredId);
    }

    boolean concerns(String clientId) {
        return clientId.equals(referrerId) || clientId.equals(referredId);
    }
}
