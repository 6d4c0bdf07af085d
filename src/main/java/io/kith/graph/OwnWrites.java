package io.kith.graph;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lets a caller read her own writes whichever process answers: an answer to a write names the change in a header, and a
 * request that carries the header waits until that change is known here.
 */
@Component
class OwnWrites implements WebGraphQlInterceptor {

    /** {@code process.number}. */
    static final String HEADER = "Kith-Change";

    private static final Pattern CHANGE = Pattern.compile("([0-9a-f-]{36})\\.(\\d{1,18})");

    private final Processes processes;
    private final Changes changes;
    private final ChangeFeed feed;

    OwnWrites(Processes processes, Changes changes, ChangeFeed feed) {
        this.processes = processes;
        this.changes = changes;
        this.feed = feed;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        if (!processes.maybeSeveral()) {
            return chain.next(request);
        }
        await(request.getHeaders().getFirst(HEADER));
        var before = changes.committedTo();
        return chain.next(request).doOnNext(response -> {
            var now = changes.committedTo();
            if (now > before) {
                response.getResponseHeaders().set(HEADER, processes.id() + "." + now);
            }
        });
    }

    private void await(@Nullable String seen) {
        if (seen == null) {
            return;
        }
        var change = CHANGE.matcher(seen);
        if (change.matches()) {
            feed.awaitChange(change.group(1), Long.parseLong(change.group(2)));
        }
    }
}
