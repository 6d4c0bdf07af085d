package io.kith.influence;

import static io.kith.influence.InfluenceComponentName.CONVERSION;
import static io.kith.influence.InfluenceComponentName.CONVERTED_REFERRALS;
import static io.kith.influence.InfluenceComponentName.DOWNSTREAM_VALUE;
import static io.kith.influence.InfluenceComponentName.PAGE_RANK;

import io.kith.graph.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of how influence is scored; versions are never changed, only followed.
 *
 * @param gamma what a generation further down counts, of the one above it
 * @param z of the Wilson bound: 1.96 for 95 %
 * @param damping of the PageRank on the tie graph
 * @param weights of the components by ordinal, adding up to 1
 * @param ties what the links of the tie graph weigh
 * @param adoptedAt null for a proposal that no run may use yet
 */
public record InfluenceRule(
        int version,
        double gamma,
        double z,
        double damping,
        Weights weights,
        Ties ties,
        @Nullable String note,
        String createdBy,
        Instant createdAt,
        @Nullable Instant adoptedAt) {

    /** What all versions are versions of. */
    public static final String ID = "influence";

    /** The weight of each component. */
    public record Weights(double downstreamValue, double convertedReferrals, double conversion, double pageRank) {

        double of(InfluenceComponentName component) {
            return switch (component) {
                case DOWNSTREAM_VALUE -> downstreamValue;
                case CONVERTED_REFERRALS -> convertedReferrals;
                case CONVERSION -> conversion;
                case PAGE_RANK -> pageRank;
            };
        }

        double sum() {
            return downstreamValue + convertedReferrals + conversion + pageRank;
        }
    }

    /**
     * The weight of each kind of link in the tie graph.
     *
     * @param attended shared among the pairs of an activity: divided by the number of other guests
     * @param largestActivity activities with more guests make no ties
     */
    public record Ties(double referred, double tied, double attended, int largestActivity) {}

    static InfluenceRule initial(Instant now) {
        return new InfluenceRule(
                1,
                0.5,
                1.96,
                0.85,
                new Weights(0.4, 0.25, 0.15, 0.2),
                new Ties(1, 0.5, 0.25, 100),
                "The rule Kith starts with.",
                "kith",
                now,
                now);
    }

    static InfluenceRule of(Row columns) {
        var row = columns.row("rule");
        return new InfluenceRule(
                row.count("version"),
                row.real("gamma"),
                row.real("z"),
                row.real("damping"),
                new Weights(
                        row.real("downstreamValue"),
                        row.real("convertedReferrals"),
                        row.real("conversion"),
                        row.real("pageRank")),
                new Ties(
                        row.real("referredWeight"),
                        row.real("tiedWeight"),
                        row.real("attendedWeight"),
                        row.count("largestActivity")),
                row.textOrNull("note"),
                row.text("createdBy"),
                row.instant("createdAt"),
                row.instantOrNull("adoptedAt"));
    }

    public String id() {
        return ID;
    }

    /** Every number of the rule, with where it is from. */
    public List<Parameter> parameters() {
        var all = new ArrayList<Parameter>();
        all.add(Parameter.ours(
                "gamma", gamma, "share a generation", "half the weight for each generation further down"));
        all.add(new Parameter(
                "z", z, "standard deviations", Parameter.Origin.LITERATURE, "Wilson 1927, score interval at 95 %"));
        all.add(new Parameter(
                "damping", damping, "share", Parameter.Origin.LITERATURE, "Brin and Page 1998, PageRank"));
        for (var component : List.of(DOWNSTREAM_VALUE, CONVERTED_REFERRALS, CONVERSION, PAGE_RANK)) {
            all.add(Parameter.ours("weight." + component, weights.of(component), "share", "our judgement"));
        }
        all.add(Parameter.ours("tie.REFERRED", ties.referred(), "weight", "the strongest bond: she vouched"));
        all.add(Parameter.ours("tie.TIED", ties.tied(), "weight", "a personal bond as told to the clinic"));
        all.add(Parameter.ours("tie.ATTENDED", ties.attended(), "weight", "shared among the guests of an activity"));
        all.add(Parameter.ours(
                "tie.largestActivity", ties.largestActivity(), "guests", "in a larger crowd nobody meets everybody"));
        return List.copyOf(all);
    }
}
