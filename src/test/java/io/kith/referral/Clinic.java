package io.kith.referral;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A store in which clients come, link, relink, pay and convert at random, and which never holds a ring. */
final class Clinic {

    private static final String[] NAMES = {"C%04d", "%d", "王%d", "é%d", "😀%d", "客戶-2026-%06d", "\uFFFD%d", "a%db"};

    private final Random random;
    private final Map<String, ClientState> clients = new LinkedHashMap<>();
    private final List<String> ids = new ArrayList<>();

    Clinic(Random random) {
        this.random = random;
    }

    /** The new states of those whom one transaction changed. */
    synchronized List<ClientState> change() {
        int dice = ids.isEmpty() ? 0 : random.nextInt(10);
        if (dice < 3) {
            return List.of(come());
        }
        String id = any();
        ClientState now = state(id);
        if (dice < 6) {
            return relink(id);
        }
        if (dice < 9) {
            return List.of(write(id, now.referrerId(), random.nextInt(30_000) - 5_000, now.converted()));
        }
        return List.of(write(id, now.referrerId(), now.netRevenue(), !now.converted()));
    }

    synchronized List<String> ids() {
        return List.copyOf(ids);
    }

    synchronized ClientState state(String id) {
        return clients.get(id);
    }

    synchronized List<ClientState> states() {
        return List.copyOf(clients.values());
    }

    private ClientState come() {
        String referrer = ids.isEmpty() || random.nextInt(4) == 0 ? null : any();
        String id = NAMES[random.nextInt(NAMES.length)].formatted(ids.size());
        ids.add(id);
        return write(id, referrer, random.nextInt(20_000), false);
    }

    /** Takes a client from her referrer; gives her another, who may have been below her had her own link not gone too. */
    private List<ClientState> relink(String id) {
        ClientState now = state(id);
        String referrer = any();
        if (now.referrerId() != null || referrer.equals(id)) {
            return List.of(write(id, null, now.netRevenue(), false));
        }
        if (!isBelow(id, referrer)) {
            return List.of(write(id, referrer, now.netRevenue(), random.nextBoolean()));
        }
        ClientState freed = write(referrer, null, state(referrer).netRevenue(), false);
        return List.of(write(id, referrer, now.netRevenue(), false), freed);
    }

    private boolean isBelow(String above, String below) {
        String at = below;
        while (at != null && !at.equals(above)) {
            at = state(at).referrerId();
        }
        return at != null;
    }

    private ClientState write(String id, @Nullable String referrer, long netRevenue, boolean converted) {
        long version = clients.containsKey(id) ? state(id).version() + 1 : 1;
        ClientState state = new ClientState(id, referrer, netRevenue, converted, version);
        clients.put(id, state);
        return state;
    }

    private String any() {
        return ids.get(random.nextInt(ids.size()));
    }
}
