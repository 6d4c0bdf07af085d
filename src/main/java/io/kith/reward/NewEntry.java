package io.kith.reward;

import io.kith.reward.RewardEntry.Cause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line about to be posted: all but its id, its place and its number. */
record NewEntry(
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
        @Nullable String accountingReference,
        @Nullable String costCentre,
        @Nullable String taxRecord,
        String postedBy) {

    /** A line that a visit or milestone earns. */
    static NewEntry gain(
            String key,
            boolean late,
            RewardKind kind,
            String clientId,
            long amount,
            Instant at,
            Instant availableAt,
            Proof proof,
            String postedBy) {
        var type = late ? RewardEntryType.CORRECTION : RewardEntryType.ACCRUAL;
        var cause = late ? Cause.NAMED_LATE : null;
        return new NewEntry(
                key,
                type,
                kind,
                clientId,
                amount,
                at,
                availableAt,
                proof,
                null,
                cause,
                null,
                null,
                null,
                null,
                null,
                null,
                postedBy);
    }

    /** A line that takes back part of what another one gave; it counts from when the other one does. */
    static NewEntry takingBack(
            String key, Cause cause, RewardEntry gain, long amount, long before, Instant at, String postedBy) {
        var proof = gain.proof() == null ? null : gain.proof().following();
        var type = cause == Cause.REFUND ? RewardEntryType.REVERSAL : RewardEntryType.CORRECTION;
        return new NewEntry(
                key,
                type,
                gain.kind(),
                gain.clientId(),
                Math.negateExact(amount),
                at,
                gain.availableAt(),
                proof,
                gain.id(),
                cause,
                null,
                null,
                before,
                null,
                null,
                null,
                postedBy);
    }

    /** The same for a refund that left so much of the visit's base. */
    NewEntry refunded(String refund, long left) {
        return new NewEntry(
                key,
                type,
                kind,
                clientId,
                amount,
                at,
                availableAt,
                proof,
                corrects,
                cause,
                refund,
                left,
                before,
                accountingReference,
                costCentre,
                taxRecord,
                postedBy);
    }

    RewardEntry at(String id, long sequence, String number) {
        return new RewardEntry(
                id,
                sequence,
                key,
                type,
                kind,
                clientId,
                amount,
                at,
                availableAt,
                proof,
                corrects,
                cause,
                refundId,
                leftOfBase,
                before,
                accountingReference == null ? number : accountingReference,
                costCentre,
                taxRecord,
                postedBy);
    }
}
