package io.kith.influence;

import java.util.Set;

/**
 * A way to filter the influence ranking that a feature above adds: it extends {@code input InfluenceFilter} by a field and
 * has a bean that knows the clients who fit.
 */
public interface InfluenceFilter {

    /** The name of the input's field. */
    String field();

    /** The ids of the clients that fit what was given. */
    Set<String> fitting(Object given);
}
