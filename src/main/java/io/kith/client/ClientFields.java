package io.kith.client;

import graphql.language.Field;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.DataFetchingEnvironment;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads a client from the store only where a request asks for more of her than her id and what hangs on it, and no more
 * than her name where that is all: most requests name many clients and ask nothing else of them.
 */
@Component
public class ClientFields {

    /** The loader of clients of whom only the name is read. */
    static final String NAMED = "clientNames";

    private static final Set<String> BEYOND_NAME =
            Set.of("phone", "joinedOn", "region", "channel", "birthDate", "createdAt", "netRevenue");

    /** The client of a known id, as far as this field's selection needs her; batched with the others of the request. */
    public CompletableFuture<Client> of(
            String id, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return switch (needed(environment)) {
            case ID -> CompletableFuture.completedFuture(Client.bare(id));
            case NAME ->
                Objects.requireNonNull(environment.<String, Client>getDataLoader(NAMED))
                        .load(id);
            case ALL -> clients.load(id);
        };
    }

    /**
     * What this field's selection on a client needs of the store. It reads the words of the request, at less cost than the
     * environment's selection set, so a field that a directive leaves out counts as asked for.
     */
    Needed needed(DataFetchingEnvironment environment) {
        var needed = Needed.ID;
        for (Field field : environment.getMergedField().getFields()) {
            needed = needed.and(within(field.getSelectionSet(), environment));
        }
        return needed;
    }

    private static Needed within(@Nullable SelectionSet selections, DataFetchingEnvironment environment) {
        var needed = Needed.ID;
        if (selections != null) {
            for (Selection<?> selection : selections.getSelections()) {
                needed = needed.and(of(selection, environment));
            }
        }
        return needed;
    }

    private static Needed of(Selection<?> selection, DataFetchingEnvironment environment) {
        if (selection instanceof Field field) {
            return of(field.getName());
        }
        if (selection instanceof InlineFragment inline) {
            return within(inline.getSelectionSet(), environment);
        }
        var fragment = environment.getFragmentsByName().get(((FragmentSpread) selection).getName());
        return fragment == null ? Needed.ID : within(fragment.getSelectionSet(), environment);
    }

    private static Needed of(String field) {
        if (BEYOND_NAME.contains(field)) {
            return Needed.ALL;
        }
        return "name".equals(field) ? Needed.NAME : Needed.ID;
    }

    /** How much of a client is read: nothing, her name, or all the store keeps with her. */
    enum Needed {
        ID,
        NAME,
        ALL;

        Needed and(Needed other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }
}
