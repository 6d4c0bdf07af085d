package io.kith.intake;

import io.kith.intake.DemoChance.Topic;
import java.util.Arrays;

/**
 * Who brought whom, and who belongs to which family, held as a few numbers a client.
 *
 * <p>Clients are numbered as they joined and are brought by somebody earlier, so no chain can close. A newcomer joins the
 * friends of somebody who already brought one (preferential attachment, hence the heavy tail), or is the first brought
 * by somebody, who was mostly brought herself not long ago (hence the long chains).
 */
final class DemoForest {

    static final int NOBODY = -1;

    private static final double REFERRED = 0.36;
    private static final double SAME_REFERRER = 0.5;
    private static final double BROUGHT_BRINGS = 0.8;
    private static final int MOST_BROUGHT = 300;
    private static final double REFERRER_IS_FAMILY = 0.28;
    private static final double WALKS_IN_WITH_FAMILY = 0.1;
    private static final int LARGEST_FAMILY = 6;

    private final long seed;
    private final int[] referrer;
    private final int[] referred;
    private final int[] brought;
    private final int[] head;
    private final int[] relative;
    private final byte[] familySize;
    private int referrals;

    DemoForest(int clients, long seed) {
        this.seed = seed;
        this.referrer = new int[clients];
        this.referred = new int[clients];
        this.brought = new int[clients];
        this.head = new int[clients];
        this.relative = new int[clients];
        this.familySize = new byte[clients];
        for (int client = 0; client < clients; client++) {
            plantReferral(client);
            settle(client);
        }
    }

    private void plantReferral(int client) {
        DemoChance chance = DemoChance.on(seed, Topic.FOREST, client);
        referrer[client] = NOBODY;
        if (client == 0 || !chance.happens(REFERRED)) {
            return;
        }
        int who = likelyReferrer(client, chance);
        while (brought[who] >= MOST_BROUGHT) {
            who = chance.below(client);
        }
        referrer[client] = who;
        brought[who]++;
        referred[referrals++] = client;
    }

    private int likelyReferrer(int client, DemoChance chance) {
        if (referrals > 0 && chance.happens(SAME_REFERRER)) {
            return referrer[referred[chance.below(referrals)]];
        }
        if (referrals > 0 && chance.happens(BROUGHT_BRINGS)) {
            return happier(lately(chance), lately(chance));
        }
        return happier(chance.below(client), chance.below(client));
    }

    /** Somebody among the latest tenth of those brought. */
    private int lately(DemoChance chance) {
        return referred[referrals - 1 - chance.below((referrals + 9) / 10)];
    }

    private void settle(int client) {
        DemoChance chance = DemoChance.on(seed, Topic.FAMILY, client);
        head[client] = client;
        relative[client] = NOBODY;
        familySize[client] = 1;
        if (client == 0) {
            return;
        }
        boolean alone = referrer[client] == NOBODY;
        int family = head[alone ? chance.below(client) : referrer[client]];
        boolean joins = chance.happens(alone ? WALKS_IN_WITH_FAMILY : REFERRER_IS_FAMILY);
        if (!joins || familySize[family] >= LARGEST_FAMILY) {
            return;
        }
        head[client] = family;
        relative[client] = familySize[family] == 1 ? family : relative[family];
        relative[family] = client;
        familySize[family]++;
    }

    int referrer(int client) {
        return referrer[client];
    }

    /** The eldest in the clinic of the client's family, herself if she came alone. */
    int head(int client) {
        return head[client];
    }

    /** The clients of the same family who joined before, the latest first. */
    int[] family(int client) {
        if (head[client] == client) {
            return new int[0];
        }
        int[] family = new int[LARGEST_FAMILY];
        int size = 0;
        for (int kin = relative[client]; kin != head[client]; kin = relative[kin]) {
            family[size++] = kin;
        }
        family[size++] = head[client];
        return Arrays.copyOf(family, size);
    }

    /** How content a client is by nature, 0 … 1; it colours what she says and whether she brings friends. */
    double mood(int client) {
        double gloom = DemoChance.on(seed, Topic.MOOD, client).share();
        return 1 - 0.85 * gloom * gloom;
    }

    private int happier(int one, int other) {
        return mood(one) >= mood(other) ? one : other;
    }
}
