package io.kith.tier;

import java.util.List;

/**
 * What reckoning a run anew from what was kept with it came to.
 *
 * @param differing how many decisions do not agree with what is kept
 * @param first whose they are, the first 200
 */
public record TierReplay(TierRun run, String hash, int decisions, int differing, List<String> first) {

    public boolean same() {
        return differing == 0 && hash.equals(run.hash());
    }
}
