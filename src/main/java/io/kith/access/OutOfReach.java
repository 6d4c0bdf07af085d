package io.kith.access;

import org.springframework.security.core.AuthenticationException;

/** The graph did not say whether somebody may come in; nobody may while it does not. */
final class OutOfReach extends AuthenticationException {

    OutOfReach(RuntimeException silence) {
        super("The store does not answer.", silence);
    }
}
