package io.kith.care;

import java.util.Collection;
import java.util.Map;

/** Tells the tiers of clients to figures of this feature, which lies below the one that knows them; a bean, where there is one. */
@FunctionalInterface
public interface TierOfClients {

    /** The tier of each of these clients by name; clients without one are left out. */
    Map<String, String> tiersOf(Collection<String> clientIds);
}
