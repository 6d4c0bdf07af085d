package io.kith.reward;

import io.kith.edge.Clinic;
import io.kith.graph.Caller;
import io.kith.graph.Graph;
import io.kith.referral.Referral;
import io.kith.referral.ReferralRecorded;
import io.kith.referral.ReferralRetracted;
import io.kith.referral.Referrals;
import io.kith.reward.RewardEntry.Cause;
import io.kith.visit.VisitRecorded;
import io.kith.visit.VisitRefunded;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What visits earn and refunds take back, in the transaction of the visit: no reward without its visit, no visit without
 * its reward. A referral named or retracted later is met by corrections; no line is ever changed.
 */
@Component
class Accruals {

    private final Graph graph;
    private final Ledger ledger;
    private final Packs packs;
    private final Clinic clinic;
    private final Clock clock;
    private final Caller caller;
    private final Referrals referrals;
    private final Earnings earnings;

    Accruals(
            Graph graph,
            Ledger ledger,
            Packs packs,
            Clinic clinic,
            Clock clock,
            Caller caller,
            Referrals referrals,
            Earnings earnings) {
        this.graph = graph;
        this.ledger = ledger;
        this.packs = packs;
        this.clinic = clinic;
        this.clock = clock;
        this.caller = caller;
        this.referrals = referrals;
        this.earnings = earnings;
    }

    @EventListener
    @Order(10)
    void onVisit(VisitRecorded event) {
        if (event.paid() > 0) {
            packs.inForce().ifPresent(signature -> earnings.post(List.of(event.visitId()), signature, false));
        }
    }

    @EventListener
    @Order(10)
    void onRefund(VisitRefunded event) {
        if (packs.inForce().isEmpty() && ledger.ofVisit(event.visitId()).isEmpty()) {
            return;
        }
        ledger.lock();
        var visit = earnings.visits(List.of(event.visitId())).get(0);
        var lines = new ArrayList<NewEntry>();
        for (var side : Ledger.sides(ledger.ofVisit(event.visitId()))) {
            var surplus = Math.subtractExact(side.stand(), side.proof().keptOf(visit.net()));
            if (surplus > 0) {
                var key = "%s|%s|%s".formatted(side.gain().key(), Cause.REFUND, event.refundId());
                lines.add(NewEntry.takingBack(
                                key, Cause.REFUND, side.gain(), surplus, side.stand(), clock.instant(), caller.name())
                        .refunded(event.refundId(), visit.net()));
            }
        }
        ledger.post(lines);
    }

    /** A referral of somebody who has come before: what the pack still pays for those visits is gained by corrections. */
    @EventListener
    @Order(10)
    void onReferral(ReferralRecorded event) {
        accrueSince(event.occurredOn(), event.referredId(), true);
    }

    /** What was earned while a referral was held is posted now. */
    @EventListener
    @Order(10)
    void onHoldLifted(HoldLifted event) {
        referrals
                .byId(event.referralId())
                .filter(Referral::credited)
                .ifPresent(referral -> accrueSince(referral.occurredOn(), referral.referredId(), false));
    }

    @EventListener
    @Order(10)
    void onRetraction(ReferralRetracted event) {
        ledger.takeBack(event.referralId(), Cause.RETRACTED, event.referralId(), caller.name());
    }

    private void accrueSince(LocalDate day, String friendId, boolean namedNow) {
        packs.inForce().ifPresent(signature -> {
            var since = clinic.startOf(day).atOffset(ZoneOffset.UTC);
            var visits = graph.list(
                    "reward/visits-of-friend", Map.of("friendId", friendId, "since", since), row -> row.text("id"));
            earnings.post(visits, signature, namedNow);
        });
    }
}
