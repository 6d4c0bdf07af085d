package io.kith.access;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Tells the fields of a request who asks, and logs what it came to touch before its answer goes out; of a subscription, what
 * each event came to touch. A subscription ends once whoever asked is signed out, is another level or too long signed in.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class EachRequest implements WebGraphQlInterceptor {

    private static final String OK = "OK";
    private static final Duration LOOKED_AFTER_EVERY = Duration.ofSeconds(1);

    private final CurrentAccount current;
    private final OperationLog log;
    private final Duration longest;
    private final MeterRegistry metrics;
    private final Sinks.One<Boolean> closing = Sinks.one();

    EachRequest(CurrentAccount current, OperationLog log, AccessSettings settings, MeterRegistry metrics) {
        this.current = current;
        this.log = log;
        this.longest = settings.longestSession();
        this.metrics = metrics;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        var address = address(request.getRemoteAddress());
        var account = request instanceof WebSocketGraphQlRequest ? current.accountAnew() : current.account();
        var asked = new Asked(account.orElse(null), current.typedPasswordLately(), address);
        var stillThere = current.watch(longest);
        request.configureExecutionInput(
                (input, builder) -> builder.graphQLContext(context -> context.put(Asked.class, asked))
                        .build());
        return chain.next(request).map(response -> {
            note(asked, response.getExecutionResult().getErrors());
            Object data = response.getData();
            return data instanceof Publisher<?> events
                    ? response.transform(answer -> answer.data(watched(events, asked, stillThere)))
                    : response;
        });
    }

    /** Subscriptions have no end of their own, and a graceful stop would wait for them. */
    @EventListener
    void endSubscriptions(ContextClosedEvent stopping) {
        closing.tryEmitValue(true);
    }

    /** What an event came to touch is logged before it goes out; an event nobody may see any more does not. */
    private Flux<?> watched(Publisher<?> events, Asked asked, BooleanSupplier stillThere) {
        var gone = Flux.interval(LOOKED_AFTER_EVERY).filter(tick -> !stillThere.getAsBoolean());
        return Flux.from(events)
                .takeWhile(event -> stillThere.getAsBoolean())
                .doOnNext(event -> note(asked, event instanceof ExecutionResult told ? told.getErrors() : List.of()))
                .takeUntilOther(Flux.merge(gone, closing.asMono()));
    }

    private void note(Asked asked, List<GraphQLError> errors) {
        var outcome = outcome(errors);
        asked.noted(outcome).ifPresent(log::append);
        if (asked.changes() && !outcome.equals(OK)) {
            metrics.counter("kith.writes.refused", "code", outcome).increment();
        }
    }

    /** The code of the first error, or OK. */
    private static String outcome(List<GraphQLError> errors) {
        if (errors.isEmpty()) {
            return OK;
        }
        var extensions = errors.get(0).getExtensions();
        var code = extensions == null ? null : extensions.get("code");
        return code == null ? "INVALID_INPUT" : code.toString();
    }

    static String address(@Nullable InetSocketAddress remote) {
        return remote == null || remote.getAddress() == null
                ? ""
                : remote.getAddress().getHostAddress();
    }
}
