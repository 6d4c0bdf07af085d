package io.kith.tier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A tier and what it really holds; net revenue in minor units. */
public record TierShare(TierRun run, Tier tier, int clients, long netRevenue, int potential) {

    public double clientShare() {
        return (double) clients / run.clients();
    }

    /** Null where nobody brought any. */
    public @Nullable Double valueShare() {
        return run.netRevenue() == 0 ? null : Double.valueOf((double) netRevenue / run.netRevenue());
    }

    public Instant asOf() {
        return run.asOf();
    }
}
