package io.kith.influence;

import static io.kith.influence.Parameter.Origin.LITERATURE;
import static io.kith.influence.Parameter.Origin.OTHER_INDUSTRY;

import java.util.List;

/**
 * The assumptions behind what a client's leaving is associated with, and behind cascades.
 *
 * @param leaving chance that a client leaves within a year
 * @param lift by how much the hazard of those next to a leaver is raised at first
 * @param halfLife months in which the lift halves
 * @param months how long ago she left
 * @param passingOn chance that a cascade takes a link
 * @param horizon months of future referrals counted
 */
record Assumptions(double leaving, double lift, double halfLife, double months, double passingOn, double horizon) {

    static final Assumptions DEFAULT = new Assumptions(0.2, 0.8, 3, 0, 0.2, 12);

    Assumptions after(double monthsSince) {
        return new Assumptions(leaving, lift, halfLife, monthsSince, passingOn, horizon);
    }

    /** δ = p′ − p with p′ = 1 − (1 − p)^(1 + ρ). */
    static double delta(double p, double rho) {
        return 1 - Math.pow(1 - p, 1 + rho) - p;
    }

    /** δ by now: the lift has halved once each half-life. */
    double delta() {
        return delta(leaving, lift * Math.pow(2, -months / halfLife));
    }

    List<Parameter> parameters() {
        return List.of(
                Parameter.ours(
                        "leaving", leaving, "chance a year", "put the clinic's own yearly loss here once it is known"),
                new Parameter(
                        "lift",
                        lift,
                        "share of the hazard",
                        OTHER_INDUSTRY,
                        "Nitzan and Libai 2011, Journal of Marketing 75(6): mobile telephony, 80 % at exposure to a leaver"),
                new Parameter(
                        "lift.decay",
                        halfLife,
                        "months to half",
                        OTHER_INDUSTRY,
                        "exponential decay as in Nitzan and Libai 2011; the half-life is our default"),
                Parameter.ours("months", months, "months since she left", "as asked for"),
                new Parameter(
                        "delta",
                        delta(),
                        "share a link",
                        LITERATURE,
                        "p′ − p with p′ = 1 − (1 − p)^(1 + ρ), hazards multiplied"),
                Parameter.ours("horizon", horizon, "months", "one year of referrals to come"));
    }

    /** What a cascade rests on. */
    Parameter cascade() {
        return Parameter.ours(
                "passingOn", passingOn, "chance a link", "put the clinic's own conversion here once it is known");
    }
}
