package io.kith.graph;

import graphql.GraphQLError;
import graphql.schema.DataFetchingEnvironment;
import io.kith.edge.Deadline;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.neo4j.driver.exceptions.TransientException;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Component;

/** Answers {@code UNAVAILABLE} where the store did not answer, {@code LIMIT_EXCEEDED} where it did not in time. */
@Component
@Order(0)
class StoreFaults extends DataFetcherExceptionResolverAdapter {

    private static final String SENTENCE =
            "The store does not answer at the moment; try again, with the same idempotencyKey where something was to change.";

    @Override
    protected @Nullable GraphQLError resolveToSingleError(Throwable cause, DataFetchingEnvironment environment) {
        var tooLate = Deadline.of(environment.getGraphQlContext()).filter(Deadline::isPast);
        if (tooLate.isPresent() && ofTheStore(cause)) {
            var refusal = tooLate.get().exceeded();
            return error(environment, ErrorType.BAD_REQUEST, refusal.code(), String.valueOf(refusal.getMessage()));
        }
        return unavailable(cause) ? error(environment, ErrorType.INTERNAL_ERROR, "UNAVAILABLE", SENTENCE) : null;
    }

    private static GraphQLError error(
            DataFetchingEnvironment environment, ErrorType type, String code, String sentence) {
        return GraphQLError.newError()
                .errorType(type)
                .message("%s", sentence)
                .path(environment.getExecutionStepInfo().getPath())
                .location(environment.getField().getSourceLocation())
                .extensions(Map.of("code", code))
                .build();
    }

    /** Neo4j names the end of a transaction's time after whatever it was doing then. */
    private static boolean ofTheStore(Throwable cause) {
        for (var link = cause; link != null; link = link.getCause()) {
            if (link instanceof Neo4jException) {
                return true;
            }
        }
        return false;
    }

    private static boolean unavailable(Throwable cause) {
        if (isLostConnection(cause)) {
            return true;
        }
        for (var link = cause; link != null; link = link.getCause()) {
            if (link instanceof StoreSilent || link instanceof TransientException) {
                return true;
            }
        }
        return false;
    }

    /** No answer, no connection, or none to be had from the pool in time. */
    static boolean isLostConnection(Throwable cause) {
        for (var link = cause; link != null; link = link.getCause()) {
            if (link instanceof ServiceUnavailableException
                    || link instanceof SessionExpiredException
                    || link instanceof TimeoutException
                    || link instanceof TransientException none && !none.code().startsWith("Neo.")) {
                return true;
            }
        }
        return false;
    }
}
