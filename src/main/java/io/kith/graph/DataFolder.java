package io.kith.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.neo4j.dbms.DatabaseStateService;
import org.neo4j.io.locker.FileLockException;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** The folder an embedded store lives in, and why it could not be opened. */
record DataFolder(Path path) {

    private static final long SECONDS_TO_OPEN = 300;

    /**
     * The folder, made if absent.
     *
     * @throws StoreRefused where nothing can be written to it
     */
    static DataFolder of(Path directory) {
        var path = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            Files.delete(Files.createTempFile(path, "writable", null));
        } catch (IOException unwritable) {
            throw new StoreRefused(
                    "nothing can be written to the data folder %s (%s); choose another with --kith.store.directory=FOLDER."
                            .formatted(path, unwritable),
                    unwritable);
        }
        return new DataFolder(path);
    }

    /** Neo4j starts with a database it could not open, and tells only those who ask its system database. */
    void refuseUnlessOpen(GraphDatabaseAPI system, GraphDatabaseAPI database) {
        system.getDependencyResolver()
                .resolveDependency(DatabaseStateService.class)
                .causeOfFailure(database.databaseId())
                .ifPresent(failure -> {
                    throw refusal(failure);
                });
        if (!database.isAvailable(SECONDS_TO_OPEN * 1000)) {
            throw refusal(new IllegalStateException("not open after %d s".formatted(SECONDS_TO_OPEN)));
        }
    }

    StoreRefused refusal(Throwable failure) {
        if (isLocked(failure)) {
            return new StoreRefused(
                    "the data folder %s is in use by another process, most likely a Kith that is running already; stop it, or choose another folder with --kith.store.directory=FOLDER."
                            .formatted(path),
                    failure);
        }
        return new StoreRefused(
                "the store in %s cannot be opened (%s); put back a backup, or move the folder away to begin anew. %s/logs/debug.log knows more."
                        .formatted(path, deepest(failure), path),
                failure);
    }

    /** Why a store that worked does so no more. */
    String failure(Throwable cause) {
        return "the store in %s has failed (%s); what it acknowledged is kept. Mend the cause, such as a full disk, and start Kith again."
                .formatted(path, deepest(cause));
    }

    private static boolean isLocked(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileLockException) {
                return true;
            }
        }
        return false;
    }

    private static String deepest(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage())
                .lines()
                .findFirst()
                .orElse(cause.getClass().getSimpleName());
    }
}
