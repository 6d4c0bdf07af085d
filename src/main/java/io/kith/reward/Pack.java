package io.kith.reward;

import io.kith.client.Purpose;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The reward rules of one jurisdiction. How deep a reward reaches is no part of them: that is {@link RewardCase#PAY_DEPTH}.
 *
 * @param places the values of {@code kith.clinic.jurisdiction} it may be signed for; {@code *} for all of them
 * @param currency ISO 4217, null for any
 * @param digits decimals of the currency its amounts are in
 * @param kinds what it may pay in, and the limits of each
 * @param visitKind what a paid visit earns, null for nothing
 * @param steps the rates of a visit, by the friend's net spend; empty where {@code fixed} counts
 * @param fixed what each paid visit earns where it is no rate, in the unit of its kind
 * @param windowDays days after the referral within which visits count
 * @param refundWindowDays days after a visit until what it earned can be redeemed
 * @param lateDays days back that a referral recorded after the visit is paid for
 * @param referrerBasisPoints the referrer's part of each reward, in hundredths of a percent
 * @param text what it was read from, as a director signs it
 * @param hash SHA-256 of the text
 */
public record Pack(
        String name,
        int version,
        String legalStatus,
        Set<String> places,
        @Nullable String currency,
        int digits,
        boolean percentages,
        Map<RewardKind, Limits> kinds,
        @Nullable RewardKind visitKind,
        List<RateStep> steps,
        String stepsOrigin,
        @Nullable Long fixed,
        Map<RewardKind, Long> conversions,
        Map<RewardKind, Long> prizes,
        int windowDays,
        int refundWindowDays,
        int lateDays,
        int referrerBasisPoints,
        List<DayRange> doublePoints,
        Set<RewardExclusion> exclusions,
        Set<Purpose> consentsOfReferrer,
        Set<Purpose> consentsOfFriend,
        Set<AccountingField> accounting,
        String text,
        String hash) {

    /** The place every place is part of. */
    static final String EVERYWHERE = "*";

    /** The limits of a kind, in its unit; null is no limit, which only recognition may have. */
    public record Limits(
            @Nullable Long perReferral,
            @Nullable Long perPeriod,
            CapPeriod period,
            @Nullable Long approvalAbove) {

        static final Limits NONE = new Limits(null, null, CapPeriod.YEAR, null);
    }

    /** Whether it may be signed at a place, for a clinic of this currency. */
    public boolean fits(String place, String clinicCurrency) {
        return (places.contains(EVERYWHERE) || places.contains(place))
                && (currency == null || currency.equals(clinicCurrency));
    }

    /** The same pack with one rate whatever a friend has spent, to reckon what an offer would earn. */
    public Pack at(int basisPoints) {
        return new Pack(
                name,
                version,
                legalStatus,
                places,
                currency,
                digits,
                percentages,
                kinds,
                visitKind,
                List.of(new RateStep(0, basisPoints)),
                stepsOrigin,
                fixed,
                conversions,
                prizes,
                windowDays,
                refundWindowDays,
                lateDays,
                referrerBasisPoints,
                doublePoints,
                exclusions,
                consentsOfReferrer,
                consentsOfFriend,
                accounting,
                text,
                hash);
    }

    /** The limits of a kind it allows. */
    public Limits limits(RewardKind kind) {
        return kinds.getOrDefault(kind, Limits.NONE);
    }

    /** The rate of a visit that brings the friend's net spend to an amount. */
    int basisPoints(long spend) {
        var rate = 0;
        for (var step : steps) {
            if (spend >= step.from()) {
                rate = step.basisPoints();
            }
        }
        return rate;
    }

    /** Whether points count twice on a day. */
    boolean doubles(RewardKind kind, LocalDate day) {
        return kind == RewardKind.POINTS && doublePoints.stream().anyMatch(range -> range.holds(day));
    }
}
