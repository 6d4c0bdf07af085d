package io.kith.influence;

/**
 * An assumption behind a figure.
 *
 * @param source where the value is from: a publication, the data it was counted in, or that we chose it
 */
public record Parameter(String name, double value, String unit, Origin origin, String source) {

    /** How much an assumption has to do with this clinic. */
    public enum Origin {
        LITERATURE,
        OTHER_INDUSTRY,
        CLINIC_DATA,
        OUR_DEFAULT
    }

    static Parameter ours(String name, double value, String unit, String why) {
        return new Parameter(name, value, unit, Origin.OUR_DEFAULT, why);
    }
}
