package io.kith.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Only operations that fit every component given. */
record LogFilter(
        @Nullable String account,
        @Nullable String clientId,
        @Nullable String action,
        @Nullable String outcome,
        @Nullable Instant from,
        @Nullable Instant to) {

    static final LogFilter NONE = new LogFilter(null, null, null, null, null, null);

    /** A quick look at the line itself, so that most need not be read. */
    boolean mayFit(String line) {
        return has(line, account) && has(line, clientId) && has(line, action) && has(line, outcome);
    }

    boolean fits(LogEntry entry) {
        var operation = entry.operation();
        return (account == null || account.equals(operation.account()))
                && (clientId == null || operation.clientIds().contains(clientId))
                && (action == null || operation.actions().contains(action))
                && (outcome == null || outcome.equals(operation.outcome()))
                && (from == null || !entry.at().isBefore(from))
                && (to == null || entry.at().isBefore(to));
    }

    private static boolean has(String line, @Nullable String value) {
        return value == null || value.indexOf('"') >= 0 || value.indexOf('\\') >= 0 || line.contains(value);
    }
}
