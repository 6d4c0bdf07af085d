package io.kith.reward;

import io.kith.edge.NotFound;
import io.kith.graph.Caller;
import io.kith.graph.Graph;
import io.kith.referral.Referral;
import io.kith.referral.Referrals;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Places on leaderboards as lines of the ledger: each rests on a link the winner is credited with. */
@Component
public class Prizes {

    private final Graph graph;
    private final Ledger ledger;
    private final Packs packs;
    private final Referrals referrals;
    private final Clock clock;
    private final Caller caller;

    Prizes(Graph graph, Ledger ledger, Packs packs, Referrals referrals, Clock clock, Caller caller) {
        this.graph = graph;
        this.ledger = ledger;
        this.packs = packs;
        this.referrals = referrals;
        this.clock = clock;
        this.caller = caller;
    }

    /**
     * Posts a prize, once a key: again finds the line that is there.
     *
     * @param key such as the board and its period; the winner and the kind are added to it
     * @param referralId a credited referral the winner made, which the prize rests on
     * @param amount in the unit of the kind
     * @param day a day of the period the prize is for
     * @throws RewardRejected while rewards are off, or for more than the pack in force allows
     */
    public RewardEntry award(
            String key, String referralId, RewardKind kind, long amount, LocalDate day, String reason) {
        return graph.write(() -> {
            ledger.lock();
            var signature = packs.required();
            var referral = referrals
                    .byId(referralId)
                    .filter(Referral::credited)
                    .orElseThrow(() -> NotFound.of("credited referral", referralId));
            var decision = "PRIZE|%s|%s|%s".formatted(escaped(key), escaped(referral.referrerId()), kind);
            var there = graph.one("reward/by-key", Map.of("key", decision + "|REFERRER"), RewardEntry::of);
            return there.orElseGet(() -> post(decision, referral, signature, kind, amount, day, reason));
        });
    }

    private RewardEntry post(
            String decision,
            Referral referral,
            PackSignature signature,
            RewardKind kind,
            long amount,
            LocalDate day,
            String reason) {
        var pack = signature.pack();
        var most = pack.prizes().getOrDefault(kind, 0L);
        if (amount <= 0 || amount > most) {
            throw RewardRejected.prizeBeyond(kind, pack);
        }
        var proof = new Proof(
                decision,
                referral.id(),
                referral.referrerId(),
                referral.referredId(),
                RewardCase.PAY_DEPTH,
                RewardBasis.PRIZE,
                kind,
                null,
                day,
                RewardSide.REFERRER,
                10_000,
                0,
                0,
                null,
                false,
                amount,
                amount,
                null,
                null,
                null,
                0,
                0,
                pack.limits(kind).period().of(day),
                signature.id(),
                pack.name(),
                pack.version(),
                List.of(),
                false);
        var now = clock.instant();
        var line = NewEntry.gain(
                decision + "|REFERRER", false, kind, referral.referrerId(), amount, now, now, proof, caller.name());
        var posted = ledger.post(List.of(line)).get(0);
        ledger.note(posted.id(), reason);
        return posted;
    }

    private static String escaped(String text) {
        return text.replace("%", "%25").replace("|", "%7C");
    }
}
