package io.kith.referral;

import io.kith.client.NewClient;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A referral about to be recorded: exactly one of referrer and code, exactly one of friend and new client.
 *
 * @param id the clinic's own number; null lets Kith give one
 * @param referrerId who brought
 * @param code the referral code of who brought
 * @param referredId who was brought, if she is a client already
 * @param newClient who was brought, if she is new
 * @param occurredOn when it was true; null is today
 * @param channel code of the channel it came through
 */
public record NewReferral(
        @Nullable String id,
        @Nullable String referrerId,
        @Nullable String code,
        @Nullable String referredId,
        @Nullable NewClient newClient,
        @Nullable LocalDate occurredOn,
        @Nullable String channel,
        @Nullable String reason) {}
