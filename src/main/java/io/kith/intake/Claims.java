package io.kith.intake;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which referrals of a file carry the credit: links that exist stay, then the claims are taken in the order of their day
 * and id (first those whose file says that they are credited), each credited whose friend has no referrer yet and whose link closes no cycle.
 */
final class Claims {

    private static final int NOBODY = -1;

    private final Ids clients;
    private final Ids ids = new Ids();
    private final int[] referrerOf; // by client; NOBODY for those who came by themselves
    private final int[] above; // by client; somebody above her in her tree, herself at the root
    private int[] referrers = new int[16]; // by claim
    private int[] friends = new int[16];
    private int[] days = new int[16];
    private final BitSet named = new BitSet(); // claims that their file says are credited
    private final BitSet ruledOut = new BitSet(); // claims that their file says are not
    private final BitSet credited = new BitSet();

    Claims(Ids clients) {
        this.clients = clients;
        referrerOf = new int[clients.size()];
        Arrays.fill(referrerOf, NOBODY);
        above = IntStream.range(0, clients.size()).toArray();
    }

    /** Takes a link that exists. */
    void hold(String referrer, String friend) {
        link(clients.number(referrer), clients.number(friend));
    }

    /** Takes a claim that no graph knows yet. */
    void add(ReferralLine referral) {
        if (!ids.add(referral.id())) {
            return;
        }
        int claim = ids.size() - 1;
        if (claim == days.length) {
            referrers = Arrays.copyOf(referrers, claim * 2);
            friends = Arrays.copyOf(friends, claim * 2);
            days = Arrays.copyOf(days, claim * 2);
        }
        referrers[claim] = clients.number(referral.referrerId());
        friends[claim] = clients.number(referral.referredId());
        days[claim] = (int) referral.occurredOn().toEpochDay();
        named.set(claim, Boolean.TRUE.equals(referral.credited()));
        ruledOut.set(claim, Boolean.FALSE.equals(referral.credited()));
    }

    /** Credits the claims in their order, those first that their file says are credited. */
    void decide() {
        var order = inOrder();
        Arrays.stream(order).filter(named::get).forEach(this::credit);
        Arrays.stream(order).filter(claim -> !ruledOut.get(claim)).forEach(this::credit);
    }

    boolean credits(String referralId) {
        int claim = ids.number(referralId);
        return claim >= 0 && credited.get(claim);
    }

    /** Who holds the one link to a friend, or null. */
    @Nullable
    String referrerOf(String friend) {
        int referrer = referrerOf[clients.number(friend)];
        return referrer == NOBODY ? null : clients.id(referrer);
    }

    private void credit(int claim) {
        int friend = friends[claim];
        if (referrerOf[friend] == NOBODY && root(referrers[claim]) != friend) {
            link(referrers[claim], friend);
            credited.set(claim);
        }
    }

    private void link(int referrer, int friend) {
        referrerOf[friend] = referrer;
        above[friend] = referrer;
    }

    private int root(int client) {
        int at = client;
        while (above[at] != at) {
            above[at] = above[above[at]];
            at = above[at];
        }
        return at;
    }

    /** The claims by day, those of one day by id. */
    private int[] inOrder() {
        var order = new long[ids.size()];
        Arrays.setAll(order, claim -> (long) days[claim] << Integer.SIZE | claim);
        Arrays.sort(order);
        var claims = Arrays.stream(order).mapToInt(key -> (int) key).toArray();
        for (int from = 0, to; from < claims.length; from = to) {
            to = from + 1;
            while (to < claims.length && days[claims[to]] == days[claims[from]]) {
                to++;
            }
            sortById(claims, from, to);
        }
        return claims;
    }

    private void sortById(int[] claims, int from, int to) {
        var day = Arrays.stream(claims, from, to).boxed().sorted(ids::compare).mapToInt(Integer::intValue);
        System.arraycopy(day.toArray(), 0, claims, from, to - from);
    }
}
