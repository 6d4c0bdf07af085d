package io.kith.referral;

import java.util.ArrayList;
import java.util.List;

/**
 * How two clients are related by referral.
 *
 * @param nearestCommonReferrerId the client both chains meet at; one of the two herself if she is above the other
 * @param steps from the first client up to the nearest common referrer, then down to the second
 */
public record ReferralPath(String nearestCommonReferrerId, List<Step> steps) {

    /** Where a step of a path stands. */
    public enum Direction {
        START,
        UP,
        DOWN
    }

    /** A client on the path, and how the step to her led. */
    public record Step(String clientId, Direction direction) {}

    static ReferralPath of(ReferralChain chain) {
        var ids = chain.ids();
        var steps = new ArrayList<Step>(ids.size());
        for (var place = 0; place < ids.size(); place++) {
            steps.add(new Step(ids.get(place), direction(place, chain.turningPoint())));
        }
        return new ReferralPath(ids.get(chain.turningPoint()), List.copyOf(steps));
    }

    private static Direction direction(int place, int turningPoint) {
        if (place == 0) {
            return Direction.START;
        }
        return place <= turningPoint ? Direction.UP : Direction.DOWN;
    }
}
