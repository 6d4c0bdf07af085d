package io.kith.referral;

import io.kith.graph.Row;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The event that one client brought another.
 *
 * @param occurredOn when it was true
 * @param recordedAt when we knew
 * @param code the referral code or coupon it was made with
 * @param channel code of the channel it came through
 * @param credited whether it carries the credit now: the link REFERRED is its
 * @param afterFirstVisit whether it was dated after the friend's own first visit
 * @param retractedAt when a correction took the credit away
 */
public record Referral(
        String id,
        String referrerId,
        String referredId,
        LocalDate occurredOn,
        Instant recordedAt,
        ReferralStatus status,
        @Nullable String code,
        @Nullable String channel,
        @Nullable String reason,
        boolean credited,
        boolean afterFirstVisit,
        @Nullable Instant retractedAt) {

    public static Referral of(Row row) {
        return new Referral(
                row.text("id"),
                row.text("referrerId"),
                row.text("referredId"),
                row.day("occurredOn"),
                row.instant("recordedAt"),
                ReferralStatus.valueOf(row.text("status")),
                row.textOrNull("code"),
                row.textOrNull("channel"),
                row.textOrNull("reason"),
                row.flag("credited"),
                row.flag("afterFirstVisit"),
                row.instantOrNull("retractedAt"));
    }
}
