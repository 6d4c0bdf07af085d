package io.kith.reward;

import java.util.Collection;
import java.util.Set;

/** Tells which referrals wait for somebody to look at them: what they earn is posted once the hold is lifted. */
@FunctionalInterface
public interface PayoutHolds {

    /** Those of the referrals that are held. */
    Set<String> held(Collection<String> referralIds);
}
