package io.kith.reward;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Goes through the ledger line by line and finds what does not agree: with itself, with the visits, with the balances. */
final class Reconciliation {

    private static final int MOST_FINDINGS = 20;

    private final List<Fault> findings = new ArrayList<>();
    private final Map<RewardKind, Long> totals = new EnumMap<>(RewardKind.class);
    private final Map<String, Map<RewardKind, Long>> balances = new TreeMap<>();
    private final Map<String, Stand> sides = new HashMap<>();
    private final Map<String, Long> wholes = new HashMap<>();
    private final Set<String> keys = new HashSet<>();
    private long entries;
    private long last;

    /**
     * Something that does not agree.
     *
     * @param sequence the line it shows at, null where it is a balance
     */
    record Fault(@Nullable Long sequence, String sentence) {}

    /**
     * What going through the ledger found.
     *
     * @param sums Σ of all lines, by kind
     */
    record Verdict(boolean intact, long entries, long clients, Map<RewardKind, Long> sums, List<Fault> findings) {}

    /** What a visit was paid and refunded by now, in minor units. */
    record VisitNow(String clientId, long paid, long refunded) {}

    /** How a side of a decision stands, and the line it was gained by. */
    private record Stand(RewardEntry gain, Proof proof, long amount) {}

    /** The sequence of the line read last. */
    long last() {
        return last;
    }

    /** The next line, in the order of the ledger. */
    void line(RewardEntry entry) {
        if (entry.sequence() != last + 1) {
            fault(entry, "follows line %d; the sequence has a gap.".formatted(last));
        }
        last = entry.sequence();
        entries++;
        if (!keys.add(entry.key())) {
            fault(entry, "is posted under a key that was posted before.");
        }
        totals.merge(entry.kind(), entry.amount(), Math::addExact);
        balances.computeIfAbsent(entry.clientId(), id -> new EnumMap<>(RewardKind.class))
                .merge(entry.kind(), entry.amount(), Math::addExact);
        var proof = entry.proof();
        if (proof == null) {
            redeemed(entry);
        } else if (entry.isGain()) {
            gained(entry, proof);
        } else {
            takenBack(entry, proof);
        }
    }

    /** Compares a balance as the store adds it up. */
    void balance(String clientId, RewardKind kind, long stored) {
        var known = balances.get(clientId);
        var sum = known == null ? null : known.remove(kind);
        if (sum == null || sum != stored) {
            fault(
                    null,
                    "The balance of client '%s' in %s is %d; her lines add up to %s."
                            .formatted(clientId, kind, stored, sum));
        }
    }

    /** The visits that lines rest on. */
    Set<String> visits() {
        var visits = new HashSet<String>();
        for (var side : sides.values()) {
            if (side.proof().visitId() != null) {
                visits.add(side.proof().visitId());
            }
        }
        return visits;
    }

    /** Compares every side of a decision with its visit as it is now. */
    void visits(Map<String, VisitNow> now) {
        for (var side : sides.values()) {
            if (side.proof().visitId() != null) {
                visit(side, now.get(side.proof().visitId()));
            }
        }
    }

    Verdict verdict() {
        balances.forEach((client, left) -> left.forEach(
                (kind, sum) -> fault(null, "Client '%s' has lines in %s and no balance.".formatted(client, kind))));
        return new Verdict(findings.isEmpty(), entries, balances.size(), totals, List.copyOf(findings));
    }

    private void redeemed(RewardEntry entry) {
        if (entry.type() != RewardEntryType.REDEMPTION || entry.amount() >= 0) {
            fault(entry, "has no proof and is no redemption that takes away.");
        }
    }

    private void gained(RewardEntry entry, Proof proof) {
        var earner = proof.side() == RewardSide.REFERRER ? proof.referrerId() : proof.friendId();
        if (!earner.equals(entry.clientId())) {
            fault(entry, "goes to '%s', who is not the %s of its link.".formatted(entry.clientId(), proof.side()));
        }
        if (entry.amount() < 0
                || entry.amount() != Reckoning.share(proof.whole(), proof.referrerBasisPoints(), proof.side())) {
            fault(
                    entry,
                    "is %d, which is not the part of the %s of %d."
                            .formatted(entry.amount(), proof.side(), proof.whole()));
        }
        var before = wholes.merge(proof.decision(), entry.amount(), Math::addExact);
        if (before > proof.whole()) {
            fault(entry, "brings both sides to %d; the whole is %d.".formatted(before, proof.whole()));
        }
        if (proof.whole() > proof.uncapped()
                || exceeds(proof.perReferral(), proof.linkBefore(), proof.whole())
                || exceeds(proof.perPeriod(), proof.periodBefore(), proof.whole())) {
            fault(entry, "is beyond its rate or its cap.");
        }
        if (sides.put(side(proof), new Stand(entry, proof, entry.amount())) != null) {
            fault(entry, "gains what was gained before.");
        }
    }

    private void takenBack(RewardEntry entry, Proof proof) {
        var stand = sides.get(side(proof));
        if (stand == null || !stand.gain().id().equals(entry.corrects())) {
            fault(entry, "takes back what was never gained.");
            return;
        }
        var left = Math.addExact(stand.amount(), entry.amount());
        if (entry.amount() >= 0 || left < 0) {
            fault(entry, "takes back %d of %d.".formatted(entry.amount(), stand.amount()));
        }
        sides.put(side(proof), new Stand(stand.gain(), stand.proof(), left));
    }

    private void visit(Stand side, @Nullable VisitNow visit) {
        var proof = side.proof();
        if (visit == null || !visit.clientId().equals(proof.friendId())) {
            fault(side.gain(), "rests on a visit that is not there, or not the friend's.");
            return;
        }
        var left = Math.subtractExact(visit.paid(), visit.refunded());
        if (left > proof.base() || side.amount() > proof.keptOf(left)) {
            fault(
                    side.gain(),
                    "stands at %d; of the visit %d is left, which keeps %d."
                            .formatted(side.amount(), left, proof.keptOf(left)));
        }
    }

    private static boolean exceeds(@Nullable Long cap, long before, long whole) {
        return cap != null && whole > 0 && Math.addExact(before, whole) > cap;
    }

    private static String side(Proof proof) {
        return proof.decision() + "|" + proof.side();
    }

    private void fault(@Nullable RewardEntry entry, String sentence) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(
                    entry == null
                            ? new Fault(null, sentence)
                            : new Fault(entry.sequence(), "Line %d %s".formatted(entry.sequence(), sentence)));
        }
    }
}
