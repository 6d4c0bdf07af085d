package io.kith.reward;

import io.kith.client.Purpose;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything a reward is reckoned from: one link and one paid visit of the friend.
 *
 * @param generation steps from the referrer down to the friend
 * @param base what the friend paid net at the visit, in minor units
 * @param spendBefore what she had paid net under this link before, in minor units
 * @param visitDay the visit's day at the clinic
 * @param referredOn the day she is said to have been brought
 * @param knownOn the day the link was recorded, where that was after the visit; null where it was not
 * @param staff whether one of the two works at the clinic
 * @param staffHousehold whether one of the two is kin or partner of somebody who does
 * @param insured whether an insurance pays for the visit; null where nobody said
 * @param existingClient whether the friend had visited before she is said to have been brought
 * @param linkBefore what the link had earned of this kind so far, both sides, less what was taken back
 * @param periodBefore what all links of the referrer had earned of this kind in the period
 */
public record RewardCase(
        int generation,
        RewardBasis basis,
        RewardKind kind,
        long base,
        long spendBefore,
        LocalDate visitDay,
        LocalDate referredOn,
        @Nullable LocalDate knownOn,
        boolean staff,
        boolean staffHousehold,
        @Nullable Boolean insured,
        boolean existingClient,
        Set<Purpose> consentsOfReferrer,
        Set<Purpose> consentsOfFriend,
        long linkBefore,
        long periodBefore) {

    /** How many generations are paid: one, whatever a pack, a setting or a request says. */
    public static final int PAY_DEPTH = 1;

    public RewardCase {
        if (generation != PAY_DEPTH) {
            throw new IllegalArgumentException(
                    "A reward at generation %d; only generation %d is ever paid.".formatted(generation, PAY_DEPTH));
        }
    }

    /** Why a pack pays nothing for it, or null where it pays. */
    public @Nullable Refusal refusedBy(Pack pack) {
        if (base <= 0) {
            return Refusal.NOTHING_PAID;
        }
        if (!pack.kinds().containsKey(kind)) {
            return Refusal.KIND;
        }
        if (visitDay.isBefore(referredOn)) {
            return Refusal.BEFORE_REFERRAL;
        }
        if (ChronoUnit.DAYS.between(referredOn, visitDay) > pack.windowDays()) {
            return Refusal.AFTER_WINDOW;
        }
        if (knownOn != null && ChronoUnit.DAYS.between(visitDay, knownOn) > pack.lateDays()) {
            return Refusal.TOO_LATE;
        }
        var excluded = excludedBy(pack.exclusions());
        if (excluded != null) {
            return excluded;
        }
        var agreed = consentsOfReferrer.containsAll(pack.consentsOfReferrer())
                && consentsOfFriend.containsAll(pack.consentsOfFriend());
        return agreed ? null : Refusal.CONSENT;
    }

    private @Nullable Refusal excludedBy(Set<RewardExclusion> exclusions) {
        if (staff && exclusions.contains(RewardExclusion.STAFF)) {
            return Refusal.STAFF;
        }
        if (staffHousehold && exclusions.contains(RewardExclusion.STAFF_HOUSEHOLDS)) {
            return Refusal.STAFF_HOUSEHOLD;
        }
        if (!Boolean.FALSE.equals(insured) && exclusions.contains(RewardExclusion.INSURED_VISITS)) {
            return Refusal.INSURED;
        }
        if (existingClient && exclusions.contains(RewardExclusion.EXISTING_CLIENTS)) {
            return Refusal.EXISTING_CLIENT;
        }
        return null;
    }

    /** Why a pack pays nothing. */
    public enum Refusal {
        NOTHING_PAID,
        KIND,
        BEFORE_REFERRAL,
        AFTER_WINDOW,
        TOO_LATE,
        STAFF,
        STAFF_HOUSEHOLD,
        INSURED,
        EXISTING_CLIENT,
        CONSENT
    }
}
