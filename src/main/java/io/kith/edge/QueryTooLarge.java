package io.kith.edge;

import graphql.execution.AbortExecutionException;
import java.util.Map;

/** A document that asks for more than {@link QueryLimits} allow ({@code LIMIT_EXCEEDED}). */
final class QueryTooLarge extends AbortExecutionException {

    QueryTooLarge(String sentence) {
        super(sentence);
    }

    @Override
    public Map<String, Object> getExtensions() {
        return Map.of("code", "LIMIT_EXCEEDED");
    }
}
