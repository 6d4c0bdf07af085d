package io.kith.care;

import java.time.Instant;
import java.util.List;

/**
 * What leaves with a staff member, as of an instant, in minor units where it is money.
 *
 * <p>A client's dependence on her is read as the chance to lose the client with her. Value at risk is Σ dependence × net
 * revenue over the exposed. Network value at risk is what their losses would take along below them: a loss passes from a
 * referrer to whom she brought with the chance {@code delta}, and someone with several ways of being lost is counted
 * once, so the two never add up to more than there is.
 *
 * @param exposed everyone who ever had contact with her, by value at risk, highest first
 * @param soleContact those whom nobody else knows
 */
public record Departure(
        String staffId,
        Instant asOf,
        double delta,
        List<Exposure> exposed,
        double dependence,
        int soleContact,
        int owned,
        long value,
        long valueAtRisk,
        long networkValueAtRisk) {

    /** How much one client depends on her and what the client and the network below her are worth. */
    public record Exposure(
            String clientId,
            double strength,
            double dependence,
            boolean sole,
            long netRevenue,
            long valueAtRisk,
            long networkLoss) {}
}
