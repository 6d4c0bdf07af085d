package io.kith.edge;

import graphql.GraphQLError;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;

/** Turns a refusal into an error with its code, and an accident into one that carries a correlation id only. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class RefusalsAsErrors extends DataFetcherExceptionResolverAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalsAsErrors.class);

    @Override
    protected @Nullable GraphQLError resolveToSingleError(Throwable cause, DataFetchingEnvironment environment) {
        if (cause instanceof Refusal refusal) {
            return error(environment, ErrorType.BAD_REQUEST, refusal.code(), String.valueOf(refusal.getMessage()));
        }
        if (cause instanceof BindException) {
            return error(environment, ErrorType.BAD_REQUEST, "INVALID_INPUT", "An argument does not fit its type.");
        }
        var correlation = UUID.randomUUID().toString();
        LOG.error(
                "{} at {} [{}]\n{}",
                cause.getClass().getName(),
                environment.getField().getName(),
                correlation,
                Trace.of(cause));
        return error(
                environment,
                ErrorType.INTERNAL_ERROR,
                "INTERNAL",
                "Something went wrong here; the log knows more under %s.".formatted(correlation));
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
}
