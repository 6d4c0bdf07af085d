package io.kith.tier;

import java.util.List;

/**
 * One criterion of a decision; points = weight × percentile.
 *
 * @param raw in the unit; in major units where that is money
 * @param parts what the raw value is made of, where that is more than one number
 */
public record TierCriterionScore(
        TierCriterion name,
        double raw,
        String unit,
        List<Part> parts,
        double percentile,
        double weight,
        double points) {

    /** A number that goes into a raw value. */
    public record Part(String name, double value) {}
}
