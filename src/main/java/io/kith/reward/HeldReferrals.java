package io.kith.reward;

import java.util.Set;

/** Tells which referrals are under review: what rests on them is earned and kept, and not paid out until that is over. */
@FunctionalInterface
public interface HeldReferrals {

    /** The ids of those that a client earns by and that are held. */
    Set<String> of(String clientId);
}
