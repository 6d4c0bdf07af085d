package io.kith.tier;

import static java.util.stream.Collectors.toMap;

import io.kith.care.TierOfClients;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells promoter scores and churn apart by tier. */
@Component
class TierOfLatestRun implements TierOfClients {

    private final Tiers tiers;

    TierOfLatestRun(Tiers tiers) {
        this.tiers = tiers;
    }

    @Override
    public Map<String, String> tiersOf(Collection<String> clientIds) {
        return tiers.of(clientIds).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, known -> known.getValue().name()));
    }
}
