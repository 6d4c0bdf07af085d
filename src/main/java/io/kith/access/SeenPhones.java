package io.kith.access;

import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows a phone masked unless the client is the asker's own; whose she is, is asked once for all phones of a request. */
@Component
class SeenPhones {

    private static final String LOADER = "ownClients";

    private final ObjectProvider<PhoneMask> mask;
    private final ObjectProvider<OwnClients> owners;

    SeenPhones(ObjectProvider<PhoneMask> mask, ObjectProvider<OwnClients> owners, BatchLoaderRegistry loaders) {
        this.mask = mask;
        this.owners = owners;
        loaders.<Pair, Boolean>forName(LOADER)
                .registerMappedBatchLoader((pairs, environment) -> Mono.fromSupplier(() -> own(pairs)));
    }

    @Nullable
    Object seenBy(Asked asked, DataFetchingEnvironment environment, @Nullable Object phone) {
        if (!(phone instanceof String digits)) {
            return null;
        }
        var account = asked.account();
        var staff = account == null ? null : account.staffId();
        if (staff == null || owners.getIfAvailable() == null || !(environment.getSource() instanceof Subject subject)) {
            return masked(digits);
        }
        DataLoader<Pair, Boolean> loader = Objects.requireNonNull(environment.getDataLoader(LOADER));
        return loader.load(new Pair(staff, subject.clientId())).thenApply(own -> own ? digits : masked(digits));
    }

    private String masked(String phone) {
        var known = mask.getIfAvailable();
        return known == null ? "*".repeat(phone.length()) : known.masked(phone);
    }

    private Map<Pair, Boolean> own(Collection<Pair> pairs) {
        var known = owners.getIfAvailable(() -> (staff, clients) -> Set.of());
        var result = new HashMap<Pair, Boolean>();
        pairs.stream().map(Pair::staff).distinct().forEach(staff -> {
            var asked =
                    pairs.stream().filter(pair -> pair.staff().equals(staff)).toList();
            var own = known.among(staff, asked.stream().map(Pair::client).toList());
            asked.forEach(pair -> result.put(pair, own.contains(pair.client())));
        });
        return result;
    }

    private record Pair(String staff, String client) {}
}
