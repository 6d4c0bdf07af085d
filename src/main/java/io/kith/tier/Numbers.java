package io.kith.tier;

import io.kith.edge.InvalidInput;
import org.jspecify.annotations.Nullable;

/** Cursors of lists that go down by a number. */
final class Numbers {

    private Numbers() {}

    /** Before which number a page begins. */
    static int before(@Nullable String after) {
        try {
            return after == null ? Integer.MAX_VALUE : Integer.parseInt(after);
        } catch (NumberFormatException foreign) {
            throw new InvalidInput("The cursor does not belong to this list.");
        }
    }
}
