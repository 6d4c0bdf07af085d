package io.kith.client;

import java.util.HashMap;
import java.util.Map;

/** Who of some clients belong to one family: pairs, and whoever is joined by a chain of them. */
public final class Kinship {

    private final Map<String, String> heads = new HashMap<>();

    void join(String one, String other) {
        heads.put(head(one), head(other));
    }

    /** Whether two clients are one, or of one family. */
    public boolean joins(String one, String other) {
        return head(one).equals(head(other));
    }

    /** Somebody who stands for the client's family, the same for all of it. */
    public String head(String client) {
        var head = client;
        for (var next = heads.get(head); next != null && !next.equals(head); next = heads.get(head)) {
            head = next;
        }
        return head;
    }
}
