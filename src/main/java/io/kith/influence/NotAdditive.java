package io.kith.influence;

import io.kith.edge.Refusal;

/** A sum was asked for of figures that count the same money several times ({@code NOT_ADDITIVE}). */
public final class NotAdditive extends Refusal {

    NotAdditive() {
        super(
                "NOT_ADDITIVE",
                "The DOWNSTREAM book counts a client's revenue once for everyone above her, so its entries have no sum;"
                        + " ask the DIRECT or the CHAIN book.");
    }
}
