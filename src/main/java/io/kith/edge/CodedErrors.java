package io.kith.edge;

import graphql.ErrorType;
import graphql.GraphQLError;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives the errors of the parser and of validation a code, as every refusal has one. */
@Component
@Order(0)
class CodedErrors implements WebGraphQlInterceptor {

    private static final String CODE = "code";

    /** What graphql-java says of a value that does not fit: Java classes it met or wanted, its own tree, another's exception. */
    private static final Pattern INSIDE = Pattern.compile(
            ",? but (?:it )?was (?:an? )?'\\w*'|(?<=Expected) type '\\w+'| with value '.*'(?= is not a valid)|\\.? because of :.*$",
            Pattern.DOTALL);

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request).map(response -> {
            var errors = response.getExecutionResult().getErrors();
            return errors.stream().allMatch(CodedErrors::isCoded)
                    ? response
                    : response.transform(builder -> builder.errors(
                            errors.stream().map(CodedErrors::coded).toList()));
        });
    }

    private static boolean isCoded(GraphQLError error) {
        return error.getExtensions() != null && error.getExtensions().containsKey(CODE);
    }

    private static GraphQLError coded(GraphQLError error) {
        if (isCoded(error)) {
            return error;
        }
        var extensions = new HashMap<String, @Nullable Object>();
        if (error.getExtensions() != null) {
            extensions.putAll(error.getExtensions());
        }
        extensions.put(CODE, isTooLong(error) ? "LIMIT_EXCEEDED" : "INVALID_INPUT");
        return GraphQLError.newError()
                .message("%s", INSIDE.matcher(error.getMessage()).replaceAll(""))
                .locations(error.getLocations() == null ? List.of() : error.getLocations())
                .errorType(error.getErrorType())
                .extensions(extensions)
                .build();
    }

    /** The parser stops at its limits with a syntax error like any other, but for its words. */
    private static boolean isTooLong(GraphQLError error) {
        return error.getErrorType() == ErrorType.InvalidSyntax
                && error.getMessage().contains("parsing has been cancelled");
    }
}
