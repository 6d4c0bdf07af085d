package io.kith.influence;

import io.kith.referral.Forest;
import io.kith.referral.Network;
import io.kith.referral.Snapshot;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The measures of all clients as of now: made when first asked for, and kept until the next write. */
@Component
class Figures {

    /** The measures of one snapshot under one rule. */
    static final class Present {

        private final Snapshot snapshot;
        private final InfluenceRule rule;
        private final Map<InfluenceMeasure, Ranking> rankings = new ConcurrentHashMap<>();

        private Present(Snapshot snapshot, InfluenceRule rule) {
            this.snapshot = snapshot;
            this.rule = rule;
        }

        Forest forest() {
            return snapshot.flat();
        }

        Ranking ranking(InfluenceMeasure measure) {
            return rankings.computeIfAbsent(measure, this::make);
        }

        private Ranking make(InfluenceMeasure measure) {
            var forest = forest();
            var values = Measures.netRevenues(forest);
            return switch (measure) {
                case DOWNSTREAM_VALUE -> Ranking.of(Measures.downstream(forest, rule.gamma(), values));
                case DIRECT_CREDIT -> Ranking.of(Measures.direct(forest, values));
                case CHAIN_CREDIT -> Ranking.of(Measures.chainCredit(forest, values));
                case CONVERTED_REFERRALS -> Ranking.of(Measures.convertedReferrals(forest));
                case CONVERSION -> Ranking.of(Measures.conversion(forest, rule.z()));
                case SPREAD -> Ranking.of(Measures.spread(forest, Assumptions.DEFAULT.passingOn()));
                case NETWORK_LOSS -> Ranking.of(Measures.below(forest, Assumptions.DEFAULT.delta(), values));
                case SCORE, PAGE_RANK -> throw new IllegalArgumentException(measure + " is of a run.");
            };
        }
    }

    private final Network network;
    private volatile @Nullable Present latest;

    Figures(Network network) {
        this.network = network;
    }

    Present now(InfluenceRule rule) {
        var snapshot = network.snapshot();
        var known = latest;
        if (known != null && known.snapshot == snapshot && known.rule.version() == rule.version()) {
            return known;
        }
        var made = new Present(snapshot, rule);
        latest = made;
        return made;
    }
}
