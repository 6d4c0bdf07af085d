package io.kith.influence;

import io.kith.edge.Connection;
import io.kith.edge.Paging;
import io.kith.referral.Forest;

/**
 * One book over a period and channel; money in minor units.
 *
 * @param entries by number of the forest
 * @param netRevenue what the book has to account for
 */
public record ReferralCredit(
        CreditBook book, Forest forest, Ranking entries, long unattributed, long netRevenue, Basis basis) {

    /** What one client is credited with, in minor units; a downstream value may be a fraction. */
    public record Entry(String clientId, double amount) {}

    /** Σ entries in minor units. @throws NotAdditive for the downstream book */
    public long total() {
        if (book == CreditBook.DOWNSTREAM) {
            throw new NotAdditive();
        }
        var total = 0L;
        for (var position = 0; position < entries.size(); position++) {
            total = Math.addExact(total, (long) entries.value(entries.at(position)));
        }
        return total;
    }

    /** Whether entries and what nobody is credited with make up the net revenue to the minor unit. */
    public boolean reconciles() {
        return Math.addExact(total(), unattributed) == netRevenue;
    }

    /** How minor units that cannot be split are dealt with. */
    public String rounding() {
        return switch (book) {
            case DIRECT -> "Nothing is split.";
            case CHAIN ->
                "Largest remainder for each client's revenue: all shares of it are equal, so the minor units left over go one"
                        + " each to the client herself, then to who brought her, and so on up.";
            case DOWNSTREAM -> "Each entry is rounded half up by itself.";
        };
    }

    /** One page of the entries above zero, greatest first. */
    Connection<Entry> page(Paging paging) {
        var size = entries.positive();
        return Pages.of(
                size,
                position -> true,
                position -> new Entry(forest.id(entries.at(position)), entries.value(entries.at(position))),
                paging,
                (long) size);
    }
}
