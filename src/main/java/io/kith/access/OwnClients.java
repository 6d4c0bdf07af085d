package io.kith.access;

import java.util.Collection;
import java.util.Set;

/** Whose clients are whose; the care feature knows, and without it nobody owns any. */
@FunctionalInterface
public interface OwnClients {

    /** Those of the clients whom the staff member owns today. */
    Set<String> among(String staffId, Collection<String> clientIds);
}
