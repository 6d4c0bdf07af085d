package io.kith.client;

import graphql.schema.DataFetchingEnvironment;
import io.kith.edge.Connection;
import io.kith.edge.Paging;
import io.kith.practice.Channel;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

@Controller
class ClientController {

    private final Clients clients;
    private final ClientFields fields;
    private final KnownClients known;

    ClientController(Clients clients, ClientFields fields, KnownClients known, BatchLoaderRegistry loaders) {
        this.clients = clients;
        this.fields = fields;
        this.known = known;
        loaders.forTypePair(String.class, Client.class)
                .registerMappedBatchLoader((ids, environment) -> Mono.fromSupplier(() -> clients.byIds(ids)));
        loaders.<String, Client>forName(ClientFields.NAMED)
                .registerMappedBatchLoader((ids, environment) -> Mono.fromSupplier(() -> clients.namedByIds(ids)));
    }

    @QueryMapping
    @Nullable
    Client client(@Argument String id, DataFetchingEnvironment environment) {
        return switch (fields.needed(environment)) {
            case ID -> known.contains(id) ? Client.bare(id) : null;
            case NAME -> clients.namedByIds(List.of(id)).get(id);
            case ALL -> clients.byId(id).orElse(null);
        };
    }

    @QueryMapping
    Connection<Client> clients(
            @Argument @Nullable String search,
            @Argument @Nullable ClientFilter filter,
            @Argument @Nullable ClientOrder orderBy,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        var paging = Paging.of(first, after);
        var wanted = filter == null ? ClientFilter.NONE : filter;
        return search == null
                ? clients.page(wanted, orderBy == null ? ClientOrder.ID : orderBy, paging)
                : clients.search(search, wanted, paging);
    }

    @MutationMapping
    Client registerClient(@Argument RegisterClientInput input) {
        return clients.register(input.client(), input.idempotencyKey());
    }

    @SchemaMapping
    @Nullable
    CompletableFuture<Channel> channel(Client client, DataLoader<String, Channel> channels) {
        return client.channel() == null ? null : channels.load(client.channel());
    }

    record RegisterClientInput(
            @Nullable String id,
            String name,
            @Nullable String phone,
            @Nullable LocalDate joinedOn,
            @Nullable String region,
            @Nullable String channel,
            @Nullable LocalDate birthDate,
            @Nullable String idempotencyKey) {

        NewClient client() {
            return new NewClient(id, name, phone, joinedOn, region, channel, birthDate);
        }
    }
}
