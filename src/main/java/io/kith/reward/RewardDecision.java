package io.kith.reward;

import java.util.List;

/**
 * A line reckoned anew from the figures known when it was posted.
 *
 * @param amount what comes out, in the unit of the line's kind
 * @param same whether that is what the ledger says
 * @param steps how it comes out, a sentence a step
 * @param related the lines of the same decision, in their order
 */
public record RewardDecision(
        RewardEntry entry, long amount, boolean same, List<String> steps, List<RewardEntry> related) {}
