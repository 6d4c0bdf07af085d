package io.kith.graph;

import org.jspecify.annotations.Nullable;

/** The store cannot be used, for a reason whoever started Kith can mend; the message is a whole sentence. */
public final class StoreRefused extends RuntimeException {

    StoreRefused(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
