package io.kith.graph;

import graphql.GraphQLError;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Component;

/** Answers {@code UNAVAILABLE} where the store did not answer. */
@Component
@Order(0)
class StoreFaults extends DataFetcherExceptionResolverAdapter {

    private static final String SENTENCE = "The store does not answer at the moment; nothing was changed, try again.";

    @Override
    protected @Nullable GraphQLError resolveToSingleError(Throwable cause, DataFetchingEnvironment environment) {
        if (!unavailable(cause)) {
            return null;
        }
        return GraphQLError.newError()
                .errorType(ErrorType.INTERNAL_ERROR)
                .message(SENTENCE)
                .path(environment.getExecutionStepInfo().getPath())
                .location(environment.getField().getSourceLocation())
                .extensions(Map.of("code", "UNAVAILABLE"))
                .build();
    }

    private static boolean unavailable(Throwable cause) {
        for (var link = cause; link != null; link = link.getCause()) {
            if (link instanceof ServiceUnavailableException || link instanceof SessionExpiredException) {
                return true;
            }
            if (link instanceof Neo4jException fault && fault.code().startsWith("Neo.TransientError")) {
                return true;
            }
        }
        return false;
    }
}
