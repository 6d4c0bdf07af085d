package io.kith;

import io.kith.access.LogInUse;
import io.kith.graph.DiskFull;
import io.kith.graph.StoreRefused;
import io.kith.reward.PackRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one sentence why Kith cannot start, where the reason is known; Spring Boot reports the others. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailures implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        var sentence = sentence(failure);
        if (sentence == null) {
            return false;
        }
        System.err.println("Kith cannot start: " + sentence);
        return true;
    }

    static @Nullable String sentence(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException taken) {
                return "port %d is in use by another program; stop it, or choose another with --server.port=%d."
                        .formatted(taken.getPort(), taken.getPort() + 1);
            }
            if (cause instanceof StoreRefused refused) {
                return refused.getMessage();
            }
            if (cause instanceof DiskFull refused) {
                return refused.getMessage();
            }
            if (cause instanceof PackRefused refused) {
                return refused.getMessage();
            }
            if (cause instanceof LogInUse refused) {
                return refused.getMessage();
            }
        }
        return null;
    }
}
