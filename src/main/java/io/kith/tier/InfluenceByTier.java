package io.kith.tier;

import io.kith.influence.InfluenceFilter;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Filters the influence ranking by tier. */
@Component
class InfluenceByTier implements InfluenceFilter {

    private final Tiers tiers;

    InfluenceByTier(Tiers tiers) {
        this.tiers = tiers;
    }

    @Override
    public String field() {
        return "tier";
    }

    @Override
    public Set<String> fitting(Object given) {
        return tiers.with(Tier.valueOf(given.toString()));
    }
}
