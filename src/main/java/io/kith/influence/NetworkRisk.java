package io.kith.influence;

import java.util.List;

/**
 * The net revenue that past leavings are associated with, were this client to leave; minor units.
 *
 * @param own what she herself is worth
 * @param networkLoss Σ below her of δ to the power of the generation
 * @param tieLoss δ times what those she is personally tied to are worth, who are not below her
 * @param futureReferrals clients she would bring within the horizon at her own pace, at the mean worth of a client brought
 */
public record NetworkRisk(
        String clientId,
        double own,
        double networkLoss,
        double tieLoss,
        double futureReferrals,
        List<Branch> branches,
        Basis basis) {

    /** What of the network loss lies at and below one client she brought. */
    public record Branch(String clientId, double loss) {}

    public double total() {
        return own + networkLoss + tieLoss + futureReferrals;
    }
}
