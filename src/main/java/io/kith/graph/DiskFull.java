package io.kith.graph;

import io.kith.edge.Refusal;

/** Nothing is written while the disk is nearly full ({@code UNAVAILABLE}). */
public final class DiskFull extends Refusal {

    DiskFull(int leastFree) {
        super(
                "UNAVAILABLE",
                "The store's disk has less than %d %% free; nothing was changed, and nothing is until there is more."
                        .formatted(leastFree));
    }
}
