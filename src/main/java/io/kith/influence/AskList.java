package io.kith.influence;

import io.kith.edge.InvalidInput;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ask for a referral next, and who was passed over.
 *
 * @param passedOver who would have come before the last entry but may not be asked now
 */
public record AskList(List<Entry> entries, List<PassedOver> passedOver, String guarantee, Basis basis) {

    /**
     * One client to ask.
     *
     * @param gain what asking her adds to those before her, in clients reached
     * @param spread clients a cascade from her is expected to reach, herself included, without those others reach
     * @param suggestedAsker the staff member with the strongest tie, null where none has one
     */
    public record Entry(
            int place,
            String clientId,
            double gain,
            double spread,
            @Nullable Integer circle,
            int circleSize,
            String reason,
            @Nullable Asker suggestedAsker) {}

    /** Who should do the asking. */
    public record Asker(String staffId, double strength) {}

    /** A client who may not be asked now, and why. */
    public record PassedOver(String clientId, Set<String> reasons) {}

    /**
     * What to keep to.
     *
     * @param gapDays how long after a contact nobody is asked
     * @param months how long somebody must have been a client
     * @param passingOn chance that a cascade takes a link
     */
    public record Terms(int count, int gapDays, int months, double passingOn) {

        public Terms {
            check("count", count, 1, 50);
            check("gapDays", gapDays, 0, 365);
            check("minMonths", months, 0, 120);
            check("passingOn", passingOn, 0, 1);
        }

        private static void check(String name, double value, double least, double most) {
            if (!(value >= least && value <= most)) {
                throw new InvalidInput("%s is %s; it must lie between %s and %s.".formatted(name, value, least, most));
            }
        }
    }
}
