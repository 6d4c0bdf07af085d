package io.kith.graph;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.DatabaseException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.TransientException;
import org.neo4j.kernel.api.exceptions.Status;
import org.springframework.data.neo4j.core.Neo4jPersistenceExceptionTranslator;

/** What fails in the embedded store, as the driver and Spring Data Neo4j would have it. */
final class EmbeddedFailures {

    /** Transient by name, but another try would meet the same end; the driver does not try them again either. */
    private static final Set<Status> FOR_GOOD =
            Set.of(Status.Transaction.Terminated, Status.Transaction.LockClientStopped);

    private static final Neo4jPersistenceExceptionTranslator SPRING = new Neo4jPersistenceExceptionTranslator();

    private EmbeddedFailures() {}

    static RuntimeException asOverBolt(@Nullable Throwable failed) {
        var status = failed == null ? null : Status.statusCodeOf(failed);
        if (failed == null || status == null) {
            return unknown(failed);
        }
        var driver = ofDriver(status, String.valueOf(failed.getMessage()));
        driver.addSuppressed(failed);
        var spring = SPRING.translateExceptionIfPossible(driver);
        return spring == null ? driver : spring;
    }

    private static Neo4jException ofDriver(Status status, String message) {
        var code = status.code().serialize();
        return switch (status.code().classification()) {
            case ClientError -> new ClientException(code, message);
            case TransientError ->
                FOR_GOOD.contains(status) ? new ClientException(code, message) : new TransientException(code, message);
            default -> new DatabaseException(code, message);
        };
    }

    private static RuntimeException unknown(@Nullable Throwable failed) {
        if (failed instanceof Error error) {
            throw error;
        }
        return failed instanceof RuntimeException unknown ? unknown : new IllegalStateException(failed);
    }
}
