package io.kith.access;

import io.kith.edge.LimitExceeded;
import io.kith.edge.RefusedAnswer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Counts each question that comes over a web socket as an HTTP request, before anything is looked up for it. One too many is
 * refused alone: what else the socket is told goes on.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RatesOverSocket implements WebGraphQlInterceptor {

    private final RequestRates rates;

    RatesOverSocket(RequestRates rates) {
        this.rates = rates;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        if (request instanceof WebSocketGraphQlRequest
                && rates.count(EachRequest.address(request.getRemoteAddress())) > 0) {
            return Mono.just(RefusedAnswer.to(request.toExecutionInput(), new LimitExceeded(RequestRates.TOO_MANY)));
        }
        return chain.next(request);
    }
}
