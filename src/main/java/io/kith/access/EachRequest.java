package io.kith.access;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells the fields of a request who asks, and logs what it came to touch before its answer goes out. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class EachRequest implements WebGraphQlInterceptor {

    private static final String OK = "OK";

    private final CurrentAccount current;
    private final OperationLog log;

    EachRequest(CurrentAccount current, OperationLog log) {
        this.current = current;
        this.log = log;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        var address = address(request.getRemoteAddress());
        var asked = new Asked(current.account().orElse(null), current.typedPasswordLately(), address);
        request.configureExecutionInput(
                (input, builder) -> builder.graphQLContext(context -> context.put(Asked.class, asked))
                        .build());
        return chain.next(request).map(response -> {
            note(asked, response);
            return response;
        });
    }

    private void note(Asked asked, WebGraphQlResponse response) {
        if (asked.isNotable()) {
            var account = asked.account();
            var who = account == null ? "" : account.name();
            log.append(asked.as(who, outcome(response)));
        }
    }

    /** The code of the first error, or OK. */
    private static String outcome(WebGraphQlResponse response) {
        var errors = response.getErrors();
        if (errors.isEmpty()) {
            return OK;
        }
        var code = errors.get(0).getExtensions().get("code");
        return code == null ? "INVALID_INPUT" : code.toString();
    }

    private static String address(@Nullable InetSocketAddress remote) {
        return remote == null || remote.getAddress() == null
                ? ""
                : remote.getAddress().getHostAddress();
    }
}
