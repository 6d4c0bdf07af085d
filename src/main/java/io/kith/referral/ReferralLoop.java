package io.kith.referral;

import java.util.List;

/** Refuses rows in which clients referred each other in a ring, each named client brought by the next. */
public final class ReferralLoop extends RuntimeException {

    private static final int NAMED = 20;

    private final List<String> ids;

    ReferralLoop(List<String> ids) {
        super("A ring of %d referrals cannot be a forest: %s%s."
                .formatted(
                        ids.size(),
                        String.join(" brought by ", ids.subList(0, Math.min(NAMED, ids.size()))),
                        ids.size() > NAMED ? " and so on" : " brought by " + ids.get(0)));
        this.ids = List.copyOf(ids);
    }

    public List<String> ids() {
        return ids;
    }
}
