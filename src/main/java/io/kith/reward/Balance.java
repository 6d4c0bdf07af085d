package io.kith.reward;

import java.time.Instant;
import java.util.List;

/**
 * What a client has earned and not yet redeemed: sums of her lines and nothing else.
 *
 * @param kinds one a kind she has lines of
 * @param entries how many lines it is the sum of
 */
public record Balance(String clientId, List<OfKind> kinds, long entries, Instant asOf) {

    /**
     * The sums of one kind, in its unit.
     *
     * @param available what can be redeemed; negative where more was redeemed than is left after refunds
     * @param pending what is still inside the refund window
     */
    public record OfKind(RewardKind kind, long available, long pending, long redeemed) {

        public long total() {
            return Math.addExact(available, pending);
        }
    }

    /** The sums of a kind; zeros where she has no line of it. */
    public OfKind of(RewardKind kind) {
        return kinds.stream().filter(one -> one.kind() == kind).findFirst().orElse(new OfKind(kind, 0, 0, 0));
    }
}
