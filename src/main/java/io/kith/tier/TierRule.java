package io.kith.tier;

import io.kith.graph.Row;
import io.kith.influence.Parameter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of how tiers are decided; versions are never changed, only followed.
 *
 * <p>Weights have four decimals, shares, hysteresis and percentiles two, so that whole numbers decide: two clients are
 * alike or they are not, on every machine and in every replay.
 *
 * @param minimumClients below so many nobody is placed: a percentile of a few says nothing
 * @param hysteresis by how many percentile points a client has to pass a cut before she leaves the tier she has
 * @param periodDays how many days FREQUENCY counts
 * @param growthDays how many days PROSPECTS compares with as many before
 * @param convertedBonus what a converted client counts more than the referral itself
 * @param contributionBonus what a contribution counts more than the attendance itself
 * @param feedbackElsewhere what feedback given elsewhere counts, where 1 is given to the clinic
 * @param potentialFrom the percentile of the forecast from which on a client of a lower tier is flagged
 * @param signedAt null for a proposal that no run may use yet
 */
public record TierRule(
        int version,
        Weights weights,
        Shares shares,
        int minimumClients,
        double hysteresis,
        int periodDays,
        int growthDays,
        int convertedBonus,
        int contributionBonus,
        int feedbackElsewhere,
        double potentialFrom,
        @Nullable String note,
        String createdBy,
        Instant createdAt,
        @Nullable String signedBy,
        @Nullable Instant signedAt) {

    /** What the weights are fractions of. */
    static final int WHOLE = 10_000;

    /** What all versions are versions of. */
    private static final String ID = "tier";

    /** The weight of each criterion; they add up to 1. */
    public record Weights(
            double tenure,
            double netSpend,
            double paidVisits,
            double frequency,
            double treatments,
            double referrals,
            double activities,
            double feedback,
            double credit,
            double influence,
            double prospects) {

        double of(TierCriterion criterion) {
            return switch (criterion) {
                case TENURE -> tenure;
                case NET_SPEND -> netSpend;
                case PAID_VISITS -> paidVisits;
                case FREQUENCY -> frequency;
                case TREATMENTS -> treatments;
                case REFERRALS -> referrals;
                case ACTIVITIES -> activities;
                case FEEDBACK -> feedback;
                case CREDIT -> credit;
                case INFLUENCE -> influence;
                case PROSPECTS -> prospects;
            };
        }
    }

    /** How many of a hundred clients each tier is for; they add up to 100. */
    public record Shares(double vip, double main, double regular, double general) {

        double of(Tier tier) {
            return switch (tier) {
                case VIP -> vip;
                case MAIN -> main;
                case REGULAR -> regular;
                case GENERAL -> general;
            };
        }
    }

    static TierRule initial(Instant now) {
        return new TierRule(
                1,
                new Weights(0.1, 0.3, 0.1, 0.15, 0.05, 0.2, 0.05, 0.05, 0, 0, 0),
                new Shares(20, 30, 30, 20),
                50,
                2,
                90,
                180,
                2,
                1,
                0,
                80,
                "The rule Kith starts with.",
                "kith",
                now,
                "kith",
                now);
    }

    static TierRule of(Row columns) {
        var row = columns.row("rule");
        return new TierRule(
                row.count("version"),
                new Weights(
                        row.real("tenureWeight"),
                        row.real("netSpendWeight"),
                        row.real("paidVisitsWeight"),
                        row.real("frequencyWeight"),
                        row.real("treatmentsWeight"),
                        row.real("referralsWeight"),
                        row.real("activitiesWeight"),
                        row.real("feedbackWeight"),
                        row.real("creditWeight"),
                        row.real("influenceWeight"),
                        row.real("prospectsWeight")),
                new Shares(
                        row.real("vipShare"),
                        row.real("mainShare"),
                        row.real("regularShare"),
                        row.real("generalShare")),
                row.count("minimumClients"),
                row.real("hysteresis"),
                row.count("periodDays"),
                row.count("growthDays"),
                row.count("convertedBonus"),
                row.count("contributionBonus"),
                row.count("feedbackElsewhere"),
                row.real("potentialFrom"),
                row.textOrNull("note"),
                row.text("createdBy"),
                row.instant("createdAt"),
                row.textOrNull("signedBy"),
                row.instantOrNull("signedAt"));
    }

    public String id() {
        return ID + "-" + version;
    }

    /** The weight of a criterion in ten-thousandths. */
    int weight(TierCriterion criterion) {
        return Math.toIntExact(Math.round(weights.of(criterion) * WHOLE));
    }

    /** The percentile at which a tier begins, in hundredths of a point; 0 for the lowest. */
    long cut(Tier tier) {
        var cut = 0L;
        for (var lower = tier.ordinal() + 1; lower < Tier.values().length; lower++) {
            cut += hundredths(shares.of(Tier.values()[lower]));
        }
        return cut;
    }

    /** What a client who has a lower tier needs to enter one, in hundredths of a point. */
    long toEnter(Tier tier) {
        return cut(tier) + hundredths(hysteresis);
    }

    /** What a client needs to keep a tier, in hundredths of a point. */
    long toKeep(Tier tier) {
        return Math.max(0, cut(tier) - hundredths(hysteresis));
    }

    /**
     * The tier of a client, of whose n − 1 others so many have a smaller score. She keeps the one she has unless she
     * passed one of its cuts by the hysteresis; then her percentile alone decides.
     *
     * @param before what she has, null for a newcomer
     */
    Tier tier(long below, int count, @Nullable Tier before) {
        if (before != null && keeps(below, count, before)) {
            return before;
        }
        var tier = Tier.GENERAL;
        for (var above = tier.above(); above != null && reaches(below, count, cut(above)); above = above.above()) {
            tier = above;
        }
        return tier;
    }

    boolean isPotential(Tier tier, long below, int count) {
        return tier.isLower() && below > 0 && reaches(below, count, hundredths(potentialFrom));
    }

    /** Every number that decides, on one line: what a hash of a decision holds of its rule. */
    String numbers() {
        var line = new StringBuilder().append(version);
        for (var criterion : TierCriterion.values()) {
            line.append(' ').append(weight(criterion));
        }
        for (var tier : Tier.values()) {
            line.append(' ').append(cut(tier));
        }
        return line.append(" %d %d %d %d %d %d %d %d"
                        .formatted(
                                minimumClients,
                                hundredths(hysteresis),
                                periodDays,
                                growthDays,
                                convertedBonus,
                                contributionBonus,
                                feedbackElsewhere,
                                hundredths(potentialFrom)))
                .toString();
    }

    /** Every number of the rule, with where it is from. */
    public List<Parameter> parameters() {
        var all = new ArrayList<Parameter>();
        for (var criterion : TierCriterion.values()) {
            all.add(ours("weight." + criterion, weights.of(criterion), "share", "our judgement"));
        }
        for (var tier : Tier.values()) {
            all.add(ours("share." + tier, shares.of(tier), "% of clients", whyShare(tier)));
        }
        all.add(ours("minimumClients", minimumClients, "clients", "with fewer, one client is more than 2 points"));
        all.add(ours("hysteresis", hysteresis, "percentile points", "so that nobody changes tier by noise"));
        all.add(ours("periodDays", periodDays, "days", "a quarter"));
        all.add(ours("growthDays", growthDays, "days", "half a year against the half before"));
        all.add(ours("convertedBonus", convertedBonus, "referrals", "a friend who came and paid counts three times"));
        all.add(ours("contributionBonus", contributionBonus, "activities", "who contributes counts twice"));
        all.add(ours("feedbackElsewhere", feedbackElsewhere, "pieces", "nothing is earned by what is said in public"));
        all.add(ours("potentialFrom", potentialFrom, "percentile", "the first fifth by influence and growth"));
        return List.copyOf(all);
    }

    private boolean keeps(long below, int count, Tier before) {
        var above = before.above();
        return reaches(below, count, toKeep(before)) && (above == null || !reaches(below, count, toEnter(above)));
    }

    /** Whether 100 × below ÷ (n − 1) is at least a percentile given in hundredths, exactly. */
    static boolean reaches(long below, int count, long hundredths) {
        return below * WHOLE >= hundredths * (count - 1L);
    }

    private static String whyShare(Tier tier) {
        return tier == Tier.VIP ? "20 % as the design decided where sources say 12, 20 and 43" : "our judgement";
    }

    private static Parameter ours(String name, double value, String unit, String why) {
        return new Parameter(name, value, unit, Parameter.Origin.OUR_DEFAULT, why);
    }

    private static long hundredths(double points) {
        return Math.round(points * 100);
    }
}
