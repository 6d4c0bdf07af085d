package io.kith.edge;

import graphql.GraphQLError;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers a request whose time ran out with that alone: the part of an answer that was ready would pass for all of it. */
@Component
@Order(10)
class InTime implements WebGraphQlInterceptor {

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request).map(InTime::whole);
    }

    private static WebGraphQlResponse whole(WebGraphQlResponse response) {
        var errors = response.getExecutionResult().getErrors();
        if (errors.stream().noneMatch(InTime::isLimit)) {
            return response;
        }
        return Deadline.of(response.getExecutionInput().getGraphQLContext())
                .filter(Deadline::isPast)
                .map(deadline -> RefusedAnswer.to(response.getExecutionInput(), deadline.exceeded()))
                .orElse(response);
    }

    private static boolean isLimit(GraphQLError error) {
        var extensions = error.getExtensions();
        return extensions != null && "LIMIT_EXCEEDED".equals(extensions.get("code"));
    }
}
