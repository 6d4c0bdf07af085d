package io.kith.graph;

import io.kith.edge.Refusal;

/** This process cannot learn at the moment what the others wrote, and answers nothing older than it may ({@code UNAVAILABLE}). */
final class Behind extends Refusal {

    Behind() {
        super("UNAVAILABLE", "The store does not tell at the moment what has changed in it; try again.");
    }
}
