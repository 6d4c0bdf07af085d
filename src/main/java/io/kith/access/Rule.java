package io.kith.access;

import java.util.Map;

/**
 * What the table says of one field: how each level sees it.
 *
 * @param key whether it asks for a password typed within the last five minutes
 */
record Rule(String what, Map<Level, Sight> sights, boolean key) {

    /** How a level sees a field. */
    enum Sight {
        YES,
        NO,
        /** With its middle hidden, unless the client is one's own. */
        MASKED,
        /** Not where it is a medical note. */
        NON_CLINICAL
    }

    Sight of(Level level) {
        return sights.getOrDefault(level, Sight.NO);
    }

    boolean isOpen() {
        return !key && sights.values().stream().allMatch(sight -> sight == Sight.YES);
    }
}
