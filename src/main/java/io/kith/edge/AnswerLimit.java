package io.kith.edge;

import org.reactivestreams.Publisher;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Refuses an answer beyond {@code kith.query.response-bytes} before a byte of it is written. */
@Component
@Order(20)
class AnswerLimit implements WebGraphQlInterceptor {

    private final QueryLimits limits;

    AnswerLimit(QueryLimits limits) {
        this.limits = limits;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request).map(this::sendable);
    }

    private WebGraphQlResponse sendable(WebGraphQlResponse response) {
        Object data = response.getData();
        if (data == null || data instanceof Publisher<?> || AnswerSize.of(data) <= limits.responseBytes()) {
            return response;
        }
        var refusal = new LimitExceeded(
                "The answer is larger than the %d bytes that kith.query.response-bytes allows: ask for fewer at a time."
                        .formatted(limits.responseBytes()));
        return RefusedAnswer.to(response.getExecutionInput(), refusal);
    }
}
