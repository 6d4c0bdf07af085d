package io.kith.intake;

import io.kith.edge.Refusal;

/** A file of an import that cannot be read at all, so that nothing is loaded. */
public final class FileUnreadable extends Refusal {

    FileUnreadable(String file, String why) {
        super("UNREADABLE_FILE", "%s cannot be read: %s".formatted(file, why));
    }
}
