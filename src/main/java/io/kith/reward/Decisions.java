package io.kith.reward;

import io.kith.client.Purpose;
import io.kith.edge.Clinic;
import io.kith.reward.RewardEntry.Cause;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reckons lines anew under the pack that was signed then: to the same figures, whatever has been learnt or signed since. */
@Component
class Decisions {

    private final Ledger ledger;
    private final Packs packs;
    private final Clinic clinic;
    private final RewardUnits units;

    Decisions(Ledger ledger, Packs packs, Clinic clinic, RewardUnits units) {
        this.ledger = ledger;
        this.packs = packs;
        this.clinic = clinic;
        this.units = units;
    }

    RewardDecision replay(RewardEntry entry) {
        var proof = entry.proof();
        if (proof == null) {
            var steps = List.of("Redeemed %s %s, asked for and posted by hand."
                    .formatted(shown(entry, Math.negateExact(entry.amount())), entry.kind()));
            return new RewardDecision(entry, entry.amount(), true, steps, List.of(entry));
        }
        var steps = new ArrayList<String>();
        var amount = entry.isGain() ? gained(entry, proof, steps) : takenBack(entry, proof, steps);
        var related = ledger.ofReferral(proof.referralId()).stream()
                .filter(other ->
                        other.proof() != null && other.proof().decision().equals(proof.decision()))
                .toList();
        return new RewardDecision(entry, amount, amount == entry.amount(), steps, related);
    }

    private long gained(RewardEntry entry, Proof proof, List<String> steps) {
        if (proof.basis() == RewardBasis.PRIZE) {
            steps.add("A prize of %s %s.".formatted(shown(entry, proof.whole()), entry.kind()));
            return proof.whole();
        }
        var pack = packs.signature(proof.signatureId()).orElseThrow().pack();
        var reckoned = Reckoning.of(pack, facts(proof));
        steps.add("Pack %s version %d, signed as %s.".formatted(pack.name(), pack.version(), proof.signatureId()));
        steps.add("The friend paid %s net at the visit, %s net before."
                .formatted(money(proof.base()), money(proof.spendBefore())));
        steps.add(
                reckoned.basisPoints() == null
                        ? "A fixed amount of %s %s.".formatted(shown(entry, reckoned.uncapped()), entry.kind())
                        : "At %s %% that is %s %s, rounded down%s."
                                .formatted(
                                        RewardUnits.percent(reckoned.basisPoints())
                                                .toPlainString(),
                                        shown(entry, reckoned.uncapped()),
                                        entry.kind(),
                                        reckoned.doubled() ? ", points counting twice that day" : ""));
        if (reckoned.limitedBy() != null) {
            steps.add("The cap %s leaves %s: %s was earned under the referral before, %s in %s."
                    .formatted(
                            reckoned.limitedBy(),
                            shown(entry, reckoned.whole()),
                            shown(entry, proof.linkBefore()),
                            shown(entry, proof.periodBefore()),
                            proof.period()));
        }
        var amount = reckoned.of(proof.side());
        steps.add("The part of the %s, %s %% of it being the referrer's, is %s."
                .formatted(
                        proof.side(),
                        RewardUnits.percent(reckoned.referrerBasisPoints()).toPlainString(),
                        shown(entry, amount)));
        return amount;
    }

    private long takenBack(RewardEntry entry, Proof proof, List<String> steps) {
        var before = entry.before() == null ? 0 : entry.before();
        if (entry.cause() != Cause.REFUND || entry.leftOfBase() == null) {
            var amount = entry.cause() == Cause.ADJUSTED ? entry.amount() : Math.negateExact(before);
            steps.add("%s stood before; %s of it was taken back since the referral was %s."
                    .formatted(shown(entry, before), shown(entry, Math.negateExact(amount)), entry.cause()));
            return amount;
        }
        var kept = proof.keptOf(entry.leftOfBase());
        steps.add("Of the %s the friend paid, %s is left after the refund; of the %s earned then, the %s keeps %s."
                .formatted(
                        money(proof.base()),
                        money(entry.leftOfBase()),
                        shown(entry, proof.whole()),
                        proof.side(),
                        shown(entry, kept)));
        steps.add("%s stood before.".formatted(shown(entry, before)));
        return Math.negateExact(Math.subtractExact(before, kept));
    }

    /** What was known then; what the pack refuses it had not refused, so that is not asked again. */
    private RewardCase facts(Proof proof) {
        var day = proof.visitDay() == null ? LocalDate.EPOCH : proof.visitDay();
        Set<Purpose> none = EnumSet.noneOf(Purpose.class);
        return new RewardCase(
                proof.generation(),
                proof.basis(),
                proof.kind(),
                proof.base(),
                proof.spendBefore(),
                day,
                day,
                null,
                false,
                false,
                false,
                false,
                none,
                none,
                proof.linkBefore(),
                proof.periodBefore());
    }

    private String shown(RewardEntry entry, long amount) {
        return units.of(entry.kind(), amount).toPlainString();
    }

    private String money(long minor) {
        BigDecimal amount = clinic.money(minor).amount();
        return amount.toPlainString();
    }
}
