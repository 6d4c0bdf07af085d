package io.kith.client;

import java.util.Collection;
import java.util.Map;

/**
 * A reason why clients may not be asked for a favour now, such as an open complaint or a missing consent; each feature
 * that knows one has a bean, and whoever makes a list of clients to ask keeps to all of them.
 */
public interface ContactBlocks {

    /** The blocked ones among these clients, each with a stable word for the reason such as {@code OPEN_COMPLAINT}. */
    Map<String, String> blocked(Collection<String> clientIds);
}
