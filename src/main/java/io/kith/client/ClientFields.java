package io.kith.client;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.springframework.stereotype.Component;

/** Reads a client from the store only where a request asks for more of her than her id and what hangs on it. */
@Component
public class ClientFields {

    private static final Set<String> STORED =
            Set.of("name", "phone", "joinedOn", "region", "channel", "birthDate", "createdAt", "netRevenue");

    /** The client of a known id, as far as this field's selection needs her; batched with the others of the request. */
    public CompletableFuture<Client> of(
            String id, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return needed(environment.getSelectionSet())
                ? clients.load(id)
                : CompletableFuture.completedFuture(Client.bare(id));
    }

    /** Whether the selection on a client holds a field that only the store knows. */
    public boolean needed(DataFetchingFieldSelectionSet selection) {
        for (SelectedField field : selection.getImmediateFields()) {
            if (STORED.contains(field.getName())) {
                return true;
            }
        }
        return false;
    }
}
