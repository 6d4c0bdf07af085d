package io.kith.influence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a published figure rests on.
 *
 * @param asOf when what it was made from was read
 * @param n how many clients it was made from
 */
public record Basis(@Nullable InfluenceRule rule, List<Parameter> parameters, Instant asOf, int n, String wording) {

    static final String ASSOCIATION =
            "An association found in past data; without a holdout group it says nothing about causes.";

    static Basis of(@Nullable InfluenceRule rule, List<Parameter> parameters, Instant asOf, int n) {
        return new Basis(rule, parameters, asOf, n, ASSOCIATION);
    }
}
