package io.kith.access;

import io.kith.graph.Row;
import org.jspecify.annotations.Nullable;

/**
 * An account with what only sign-in may see of it.
 *
 * @param passwordHash null where the account signs in through OpenID Connect only
 * @param version counts changes of password and activity, each of which ends all sessions
 */
record HeldAccount(Account account, @Nullable String passwordHash, long version) {

    static HeldAccount of(Row row) {
        var account = new Account(
                row.text("name"),
                Level.valueOf(row.text("level")),
                row.textOrNull("staffId"),
                row.flag("active"),
                row.instant("createdAt"));
        return new HeldAccount(account, row.textOrNull("passwordHash"), row.number("version"));
    }

    HeldAccount withLevel(Level level) {
        var changed = new Account(account.name(), level, account.staffId(), account.active(), account.createdAt());
        return new HeldAccount(changed, passwordHash, version);
    }

    HeldAccount withActive(boolean active) {
        var changed = new Account(account.name(), account.level(), account.staffId(), active, account.createdAt());
        return new HeldAccount(changed, passwordHash, version + 1);
    }

    HeldAccount withPasswordHash(String hash) {
        return new HeldAccount(account, hash, version + 1);
    }
}
