package io.kith.access;

import io.kith.edge.DuplicateId;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Makes the first director where the store holds none; a random password is printed once, past every log. */
@Component
class FirstDirector implements InitializingBean {

    private final Accounts accounts;
    private final DirectorSettings settings;

    FirstDirector(Accounts accounts, DirectorSettings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    @Override
    public void afterPropertiesSet() {
        if (accounts.anyDirector()) {
            return;
        }
        var given = settings.password();
        var password = given == null || given.isBlank() ? Passwords.random() : given;
        if (!isMade(password)) {
            return;
        }
        if (!password.equals(given)) {
            System.out.printf(
                    "%n  First sign-in: %s / %s%n  This password is shown once; change it after signing in.%n%n",
                    settings.user(), password);
        }
    }

    /** Of two processes that start on an empty store at once, one makes the director. */
    private boolean isMade(String password) {
        try {
            accounts.createFirst(settings.user(), password);
            return true;
        } catch (DuplicateId another) {
            if (accounts.fresh(settings.user()).filter(Accounts::directs).isEmpty()) {
                throw another;
            }
            return false;
        }
    }
}
