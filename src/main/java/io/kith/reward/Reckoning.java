package io.kith.reward;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** How much a case earns under a pack: rate, doubled points, caps, both sides; rounded down, to the minor unit. */
public final class Reckoning {

    private static final long WHOLE = 10_000;

    private Reckoning() {}

    /**
     * What a case earns, that no pack's rule refuses.
     *
     * @throws ArithmeticException beyond 64 bits; nothing is ever cut off
     */
    public static Reckoned of(Pack pack, RewardCase facts) {
        var doubled = facts.basis() == RewardBasis.VISIT && pack.doubles(facts.kind(), facts.visitDay());
        var rate = rate(pack, facts);
        var single = rate == null ? amount(pack, facts) : rated(pack, facts, rate);
        var uncapped = doubled ? Math.multiplyExact(single, 2) : single;
        var limits = pack.limits(facts.kind());
        var left = room(limits.perReferral(), facts.linkBefore());
        var leftInPeriod = room(limits.perPeriod(), facts.periodBefore());
        var whole = Math.min(uncapped, Math.min(left, leftInPeriod));
        return new Reckoned(whole, uncapped, rate, doubled, limit(whole, uncapped, left), referrerPart(pack, facts));
    }

    /** What a side has of a whole: the referrer her part rounded down, the friend the rest. */
    static long share(long whole, int referrerBasisPoints, RewardSide side) {
        var referrer = Math.multiplyExact(whole, referrerBasisPoints) / WHOLE;
        return side == RewardSide.REFERRER ? referrer : Math.subtractExact(whole, referrer);
    }

    /**
     * What is left of a whole after refunds: pro rata, rounded down; a thank-you stays until all is refunded.
     *
     * @param base what the friend had paid net when the whole was reckoned
     * @param left what of it is not refunded
     */
    static long kept(long whole, RewardKind kind, long base, long left) {
        if (left <= 0) {
            return 0;
        }
        if (left >= base || kind == RewardKind.RECOGNITION) {
            return whole;
        }
        return BigInteger.valueOf(whole)
                .multiply(BigInteger.valueOf(left))
                .divide(BigInteger.valueOf(base))
                .longValueExact();
    }

    /** A thank-you is not split. */
    private static int referrerPart(Pack pack, RewardCase facts) {
        return facts.kind() == RewardKind.RECOGNITION ? (int) WHOLE : pack.referrerBasisPoints();
    }

    private static @Nullable Integer rate(Pack pack, RewardCase facts) {
        return facts.basis() == RewardBasis.VISIT && pack.fixed() == null
                ? (Integer) pack.basisPoints(Math.addExact(facts.spendBefore(), facts.base()))
                : null;
    }

    private static long amount(Pack pack, RewardCase facts) {
        if (facts.basis() == RewardBasis.VISIT) {
            return pack.fixed() == null ? 0 : pack.fixed();
        }
        return pack.conversions().getOrDefault(facts.kind(), 0L);
    }

    private static long rated(Pack pack, RewardCase facts, int rate) {
        var amount = Math.multiplyExact(facts.base(), rate) / WHOLE;
        return facts.kind() == RewardKind.POINTS ? amount / majorUnit(pack.digits()) : amount;
    }

    private static long majorUnit(int digits) {
        var unit = 1L;
        for (var digit = 0; digit < digits; digit++) {
            unit = Math.multiplyExact(unit, 10);
        }
        return unit;
    }

    private static long room(@Nullable Long cap, long before) {
        return cap == null ? Long.MAX_VALUE : Math.max(0, Math.subtractExact(cap, before));
    }

    private static @Nullable RewardLimit limit(long whole, long uncapped, long left) {
        if (whole == uncapped) {
            return null;
        }
        return whole == left ? RewardLimit.PER_REFERRAL : RewardLimit.PER_PERIOD;
    }

    /**
     * What a case earns, in the unit of its kind.
     *
     * @param whole both sides together
     * @param uncapped what the rate alone gives
     * @param basisPoints the rate in hundredths of a percent, null for a fixed amount
     * @param limitedBy the cap that cut it, null for none
     */
    public record Reckoned(
            long whole,
            long uncapped,
            @Nullable Integer basisPoints,
            boolean doubled,
            @Nullable RewardLimit limitedBy,
            int referrerBasisPoints) {

        /** What one side has of it; both sides add up to the whole. */
        public long of(RewardSide side) {
            return share(whole, referrerBasisPoints, side);
        }
    }
}
