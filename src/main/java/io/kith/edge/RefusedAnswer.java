package io.kith.edge;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.util.Map;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;

/** The answer to a request that is refused as a whole: one error and no data. */
public final class RefusedAnswer {

    private RefusedAnswer() {}

    public static WebGraphQlResponse to(ExecutionInput request, Refusal refusal) {
        return to(request, refusal.code(), String.valueOf(refusal.getMessage()));
    }

    static WebGraphQlResponse to(ExecutionInput request, String code, String sentence) {
        var error = GraphQLError.newError()
                .errorType(ErrorType.BAD_REQUEST)
                .message("%s", sentence)
                .extensions(Map.of("code", code))
                .build();
        var result = ExecutionResult.newExecutionResult().addError(error).build();
        return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(request, result));
    }
}
