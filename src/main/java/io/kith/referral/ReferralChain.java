package io.kith.referral;

import java.util.List;

/**
 * How two clients are related by referral: up from the first to their nearest common referrer, then down to the second.
 *
 * @param ids the clients passed, both ends included
 * @param turningPoint where in ids the nearest common referrer stands; one of the two herself if she is above the other
 */
public record ReferralChain(List<String> ids, int turningPoint) {}
