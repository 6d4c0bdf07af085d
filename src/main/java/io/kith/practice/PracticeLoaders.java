package io.kith.practice;

import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Staff, treatments and channels named anywhere in a request are fetched in one statement a kind. */
@Component
class PracticeLoaders {

    PracticeLoaders(Practices practices, BatchLoaderRegistry loaders) {
        loaders.forTypePair(String.class, Staff.class)
                .registerMappedBatchLoader((ids, environment) -> Mono.fromSupplier(() -> practices.staffMembers(ids)));
        loaders.forTypePair(String.class, Treatment.class)
                .registerMappedBatchLoader(
                        (codes, environment) -> Mono.fromSupplier(() -> practices.treatmentsOf(codes)));
        loaders.forTypePair(String.class, Channel.class)
                .registerMappedBatchLoader(
                        (codes, environment) -> Mono.fromSupplier(() -> practices.channelsOf(codes)));
    }
}
