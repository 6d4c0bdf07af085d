package io.kith.edge;

import graphql.ExecutionInput;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Puts the document in where a request sends its SHA-256 alone, as {@code extensions.persistedQuery}; locked down, answers
 * nothing but documents that are kept here, whether they come by hash or as their very text.
 */
@Component
@Order(-10)
class PersistedDocuments implements WebGraphQlInterceptor {

    private static final String EXTENSION = "persistedQuery";
    private static final String HASH = "sha256Hash";
    private static final String UNKNOWN = "PERSISTED_QUERY_NOT_FOUND";
    private static final String LOCKED = "DOCUMENT_NOT_KEPT";

    private final DocumentStore store;
    private final boolean only;

    PersistedDocuments(DocumentStore store, DocumentSettings settings) {
        this.store = store;
        this.only = settings.only();
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        var hash = hash(request);
        var sent = request.getDocument();
        if (sent.equals(ExecutionInput.PERSISTED_QUERY_MARKER)) {
            return byHash(request, chain, hash == null ? "" : hash);
        }
        if (hash != null && !hash.equals(DocumentStore.hash(sent))) {
            return refused(request, "INVALID_INPUT", "The sha256Hash is not that of the query it came with.");
        }
        if (only && !store.holds(sent)) {
            return refused(
                    request,
                    LOCKED,
                    "Only documents that are kept here are answered (kith.documents.only), and this is none of them.");
        }
        return chain.next(request);
    }

    private Mono<WebGraphQlResponse> byHash(WebGraphQlRequest request, Chain chain, String hash) {
        var document = store.byHash(hash).orElse(null);
        if (document == null) {
            // The very word that Apollo's clients wait for, and then send the whole query.
            return refused(request, UNKNOWN, "PersistedQueryNotFound");
        }
        request.configureExecutionInput(
                (input, builder) -> builder.query(document).build());
        return chain.next(request);
    }

    private static @Nullable String hash(WebGraphQlRequest request) {
        return request.getExtensions().get(EXTENSION) instanceof Map<?, ?> asked
                        && asked.get(HASH) instanceof String hash
                ? hash
                : null;
    }

    private static Mono<WebGraphQlResponse> refused(WebGraphQlRequest request, String code, String sentence) {
        return Mono.just(RefusedAnswer.to(request.toExecutionInput(), code, sentence));
    }
}
