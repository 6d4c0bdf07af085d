package io.kith.touchpoint;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What kind a contact was, and how much one such contact weighs where nothing is known of satisfaction and rapport.
 *
 * <p>VISIT is having served at a visit; its weight goes by the role, see {@link TieStrength}.
 */
public enum ContactKind {
    TREATMENT(1.0),
    CONSULTATION(1.0),
    FOLLOW_UP(0.8),
    EVENT(0.6),
    CALL(0.6),
    RECEPTION(0.4),
    GREETING(0.4),
    MESSAGE(0.3),
    OTHER(0.3),
    BOOKING(0.2),
    CANCELLATION(0.1),
    NO_SHOW(0.05),
    VISIT(1.0);

    private final double quality;

    ContactKind(double quality) {
        this.quality = quality;
    }

    public double quality() {
        return quality;
    }

    static Map<String, Double> qualities() {
        var qualities = new LinkedHashMap<String, Double>();
        for (var kind : values()) {
            qualities.put(kind.name(), kind.quality);
        }
        return qualities;
    }
}
