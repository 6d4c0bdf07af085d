package io.kith.referral;

import graphql.schema.DataFetchingEnvironment;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Referrals named anywhere in a request are fetched in one statement: by id, or as the one credited to a friend. */
@Component
class ReferralLoaders {

    private static final String BY_ID = "referralById";
    private static final String CREDITED_TO = "referralCreditedTo";

    ReferralLoaders(Referrals referrals, BatchLoaderRegistry loaders) {
        loaders.<String, Referral>forName(BY_ID)
                .registerMappedBatchLoader((ids, environment) -> Mono.fromSupplier(() -> referrals.byIds(ids)));
        loaders.<String, Referral>forName(CREDITED_TO)
                .registerMappedBatchLoader((ids, environment) -> Mono.fromSupplier(() -> referrals.creditedTo(ids)));
    }

    static CompletableFuture<Referral> byId(String id, DataFetchingEnvironment environment) {
        return load(BY_ID, id, environment);
    }

    static CompletableFuture<Referral> creditedTo(String friendId, DataFetchingEnvironment environment) {
        return load(CREDITED_TO, friendId, environment);
    }

    private static CompletableFuture<Referral> load(String name, String key, DataFetchingEnvironment environment) {
        DataLoader<String, Referral> loader = Objects.requireNonNull(environment.getDataLoader(name));
        return loader.load(key);
    }
}
