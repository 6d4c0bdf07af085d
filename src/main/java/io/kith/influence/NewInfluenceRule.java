package io.kith.influence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a proposed version of the rule changes; what is not given stays as in the version in force. */
public record NewInfluenceRule(
        @Nullable Double gamma,
        @Nullable Double z,
        @Nullable Double damping,
        InfluenceRule.@Nullable Weights weights,
        InfluenceRule.@Nullable Ties ties,
        @Nullable String note) {

    InfluenceRule over(InfluenceRule current) {
        return new InfluenceRule(
                0,
                gamma == null ? current.gamma() : gamma,
                z == null ? current.z() : z,
                damping == null ? current.damping() : damping,
                weights == null ? current.weights() : weights,
                ties == null ? current.ties() : ties,
                note,
                "",
                Instant.EPOCH,
                null);
    }
}
