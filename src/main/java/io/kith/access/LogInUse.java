package io.kith.access;

import java.nio.file.Path;

/** Two processes cannot keep one operation log: each line is chained to the one before it. */
public final class LogInUse extends RuntimeException {

    LogInUse(Path directory) {
        super(
                "the operation log in %s is in use by another process; give each its own with --kith.operation-log.directory and .head, or --kith.store.directory."
                        .formatted(directory));
    }
}
