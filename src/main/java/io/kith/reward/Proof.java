package io.kith.reward;

import io.kith.graph.Row;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a reward rests on: one link at generation 1 and one paid visit or milestone, and every figure it was reckoned from.
 *
 * @param decision the link, the visit or milestone and the kind: what is paid once a side
 * @param referrerBasisPoints the referrer's part of the whole, in hundredths of a percent
 * @param base what the friend paid net at the visit, in minor units
 * @param spendBefore what she had paid net under the link before, in minor units
 * @param basisPoints the rate in hundredths of a percent, null for a fixed amount
 * @param whole both sides together, in the unit of the kind
 * @param uncapped what the rate alone gives
 * @param linkBefore what the link had earned of the kind before, less what was taken back
 * @param periodBefore what the referrer's links had earned of the kind in the period before
 * @param consents which consents the pack wants were given, by whom and when
 * @param lead whether the line stands for its visit in the friend's spend: one line a visit does
 */
public record Proof(
        String decision,
        String referralId,
        String referrerId,
        String friendId,
        int generation,
        RewardBasis basis,
        RewardKind kind,
        @Nullable String visitId,
        @Nullable LocalDate visitDay,
        RewardSide side,
        int referrerBasisPoints,
        long base,
        long spendBefore,
        @Nullable Integer basisPoints,
        boolean doubled,
        long whole,
        long uncapped,
        @Nullable RewardLimit limitedBy,
        @Nullable Long perReferral,
        @Nullable Long perPeriod,
        long linkBefore,
        long periodBefore,
        String period,
        String signatureId,
        String pack,
        int packVersion,
        List<String> consents,
        boolean lead) {

    public Proof {
        if (generation != RewardCase.PAY_DEPTH) {
            throw new IllegalArgumentException("A line at generation %d; only generation %d is ever paid."
                    .formatted(generation, RewardCase.PAY_DEPTH));
        }
    }

    static Proof of(Row row) {
        return new Proof(
                row.text("decision"),
                row.text("referralId"),
                row.text("referrerId"),
                row.text("friendId"),
                row.count("generation"),
                RewardBasis.valueOf(row.text("basis")),
                RewardKind.valueOf(row.text("kind")),
                row.textOrNull("visitId"),
                row.dayOrNull("visitDay"),
                RewardSide.valueOf(row.text("side")),
                row.count("referrerBasisPoints"),
                row.number("base"),
                row.number("spendBefore"),
                row.countOrNull("basisPoints"),
                row.flag("doubled"),
                row.number("whole"),
                row.number("uncapped"),
                row.has("limitedBy") ? RewardLimit.valueOf(row.text("limitedBy")) : null,
                row.numberOrNull("perReferral"),
                row.numberOrNull("perPeriod"),
                row.number("linkBefore"),
                row.number("periodBefore"),
                row.text("period"),
                row.text("signatureId"),
                row.text("pack"),
                row.count("packVersion"),
                row.texts("consents"),
                row.flag("lead"));
    }

    Map<String, @Nullable Object> properties() {
        var properties = new HashMap<String, @Nullable Object>();
        properties.put("decision", decision);
        properties.put("referralId", referralId);
        properties.put("referrerId", referrerId);
        properties.put("friendId", friendId);
        properties.put("generation", generation);
        properties.put("basis", basis.name());
        properties.put("kind", kind.name());
        properties.put("visitId", visitId);
        properties.put("visitDay", visitDay);
        properties.put("side", side.name());
        properties.put("referrerBasisPoints", referrerBasisPoints);
        properties.put("base", base);
        properties.put("spendBefore", spendBefore);
        properties.put("basisPoints", basisPoints);
        properties.put("doubled", doubled);
        properties.put("whole", whole);
        properties.put("uncapped", uncapped);
        properties.put("limitedBy", limitedBy == null ? null : limitedBy.name());
        properties.put("perReferral", perReferral);
        properties.put("perPeriod", perPeriod);
        properties.put("linkBefore", linkBefore);
        properties.put("periodBefore", periodBefore);
        properties.put("period", period);
        properties.put("signatureId", signatureId);
        properties.put("pack", pack);
        properties.put("packVersion", packVersion);
        properties.put("consents", consents);
        properties.put("lead", lead);
        return properties;
    }

    /** The same proof for a line that takes back: it does not stand for its visit. */
    Proof following() {
        return lead ? withLead(false) : this;
    }

    /** What its side keeps of it after refunds that left so much of the base. */
    long keptOf(long left) {
        return Reckoning.share(Reckoning.kept(whole, kind, base, left), referrerBasisPoints, side);
    }

    private Proof withLead(boolean stands) {
        return new Proof(
                decision,
                referralId,
                referrerId,
                friendId,
                generation,
                basis,
                kind,
                visitId,
                visitDay,
                side,
                referrerBasisPoints,
                base,
                spendBefore,
                basisPoints,
                doubled,
                whole,
                uncapped,
                limitedBy,
                perReferral,
                perPeriod,
                linkBefore,
                periodBefore,
                period,
                signatureId,
                pack,
                packVersion,
                consents,
                stands);
    }
}
