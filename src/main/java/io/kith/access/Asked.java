package io.kith.access;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One request: who asks, and what it came to touch; written by the threads that answer it. */
final class Asked {

    private final @Nullable Account account;
    private final boolean typedPasswordLately;
    private final String address;
    private final Set<String> actions = new LinkedHashSet<>();
    private final Set<String> clients = new LinkedHashSet<>();
    private final Set<String> refused = new LinkedHashSet<>();
    private @Nullable String lastClient;
    private @Nullable String reason;

    Asked(@Nullable Account account, boolean typedPasswordLately, String address) {
        this.account = account;
        this.typedPasswordLately = typedPasswordLately;
        this.address = address;
    }

    @Nullable
    Account account() {
        return account;
    }

    boolean typedPasswordLately() {
        return typedPasswordLately;
    }

    /** From where it came; empty where that is unknown. */
    String address() {
        return address;
    }

    synchronized void does(String action) {
        actions.add(action);
    }

    /** Fields of one client come one after the other, so the last one is known without looking. */
    synchronized void touches(String client) {
        if (!client.equals(lastClient)) {
            lastClient = client;
            clients.add(client);
        }
    }

    synchronized void isRefused(String what) {
        refused.add(what);
    }

    synchronized void because(String why) {
        reason = why;
    }

    synchronized boolean changes() {
        return actions.stream().anyMatch(action -> action.startsWith("Mutation."));
    }

    /** What is worth a line in the operation log since this was last asked; empty where it touched nobody. */
    synchronized Optional<Operation> noted(String outcome) {
        if (clients.isEmpty() && refused.isEmpty() && !changes()) {
            return Optional.empty();
        }
        var why = reason;
        if (!refused.isEmpty()) {
            why = (why == null ? "" : why + " ") + "refused: " + String.join(", ", refused);
        }
        var who = account == null ? "" : account.name();
        var operation = new Operation(who, List.copyOf(actions), List.copyOf(clients), address, outcome, why);
        clients.clear();
        refused.clear();
        lastClient = null;
        return Optional.of(operation);
    }
}
