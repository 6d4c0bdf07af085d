package io.kith.influence;

import java.util.HashSet;
import java.util.List;

/**
 * Clients by what they are worth themselves and by what they bring; money in minor units.
 *
 * @param spendOnly the top of the clients by own value
 * @param combined the top by own value plus referral value
 */
public record ValueMap(List<Members> groups, TopList spendOnly, TopList combined, Basis basis) {

    /** The four corners, after Kumar, Petersen and Leone 2007. */
    public enum Group {
        /** Worth much and bringing much. */
        CHAMPION,
        /** Bringing much, worth little themselves. */
        ADVOCATE,
        /** Worth much, bringing little. */
        AFFLUENT,
        /** Neither. */
        MISER
    }

    /** One corner; its first members are those with the greatest own and referral value together. */
    public record Members(Group group, int clients, long ownValue, long referralValue, List<String> first) {}

    /**
     * A list of key clients.
     *
     * @param ids highest first
     * @param value what its measure comes to for those on it
     * @param share of that measure over all clients
     */
    public record TopList(List<String> ids, long value, double share) {}

    /** On the combined list and not on the spend-only one. */
    public List<String> entrants() {
        return without(combined.ids(), spendOnly.ids());
    }

    /** On the spend-only list and not on the combined one. */
    public List<String> leavers() {
        return without(spendOnly.ids(), combined.ids());
    }

    /** What the lists have in common, of what is on either; 1 for two empty lists. */
    public double jaccard() {
        var shared = combined.ids().size() - entrants().size();
        var either = spendOnly.ids().size() + entrants().size();
        return either == 0 ? 1 : (double) shared / either;
    }

    static List<String> without(List<String> some, List<String> others) {
        var out = new HashSet<>(others);
        return some.stream().filter(id -> !out.contains(id)).toList();
    }
}
