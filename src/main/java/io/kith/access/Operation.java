package io.kith.access;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something somebody did, as the operation log keeps it.
 *
 * @param account who; {@code system} for jobs and the command line, empty where nobody was signed in
 * @param actions what, such as {@code Mutation.recordVisit}
 * @param clientIds whose data it touched
 * @param address from where; empty for jobs and the command line
 * @param outcome OK, or the code it was refused with
 * @param reason why, where that was asked for; never shown to others than directors
 */
public record Operation(
        String account,
        List<String> actions,
        List<String> clientIds,
        String address,
        String outcome,
        @Nullable String reason) {

    /** Something that went well outside of a request. */
    public static Operation ofSystem(String action, Collection<String> clientIds) {
        return new Operation(CurrentAccount.SYSTEM, List.of(action), List.copyOf(clientIds), "", "OK", null);
    }
}
