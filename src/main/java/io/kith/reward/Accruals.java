package io.kith.reward;

import io.kith.client.Consents;
import io.kith.client.Purpose;
import io.kith.edge.Clinic;
import io.kith.graph.Caller;
import io.kith.graph.Graph;
import io.kith.graph.Row;
import io.kith.referral.Referral;
import io.kith.referral.ReferralRecorded;
import io.kith.referral.ReferralRetracted;
import io.kith.referral.Referrals;
import io.kith.reward.RewardEntry.Cause;
import io.kith.visit.VisitRecorded;
import io.kith.visit.VisitRefunded;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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
    private final Consents consents;
    private final Clinic clinic;
    private final Clock clock;
    private final Caller caller;
    private final Referrals referrals;
    private final ObjectProvider<PayoutHolds> holds;

    Accruals(
            Graph graph,
            Ledger ledger,
            Packs packs,
            Consents consents,
            Clinic clinic,
            Clock clock,
            Caller caller,
            Referrals referrals,
            ObjectProvider<PayoutHolds> holds) {
        this.graph = graph;
        this.ledger = ledger;
        this.packs = packs;
        this.consents = consents;
        this.clinic = clinic;
        this.clock = clock;
        this.caller = caller;
        this.referrals = referrals;
        this.holds = holds;
    }

    @EventListener
    @Order(10)
    void onVisit(VisitRecorded event) {
        if (event.paid() > 0) {
            packs.inForce().ifPresent(signature -> accrue(visit(event.visitId()), signature, false));
        }
    }

    @EventListener
    @Order(10)
    void onRefund(VisitRefunded event) {
        if (packs.inForce().isEmpty() && ledger.ofVisit(event.visitId()).isEmpty()) {
            return;
        }
        ledger.lock();
        var visit = visit(event.visitId());
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
            graph.list("reward/visits-of-friend", Map.of("friendId", friendId, "since", since), VisitFacts::of)
                    .forEach(visit -> accrue(visit, signature, namedNow));
        });
    }

    private boolean isHeld(String referralId) {
        return holds.stream().anyMatch(hold -> !hold.held(List.of(referralId)).isEmpty());
    }

    /**
     * Posts what a visit earns under a pack and was not posted before; again posts nothing.
     *
     * @param namedNow whether the link was recorded just now, whatever the clock says
     */
    int accrue(VisitFacts visit, PackSignature signature, boolean namedNow) {
        ledger.lock();
        var link = link(visit.clientId());
        if (link.isEmpty() || isHeld(link.get().referralId())) {
            return 0;
        }
        var late = namedNow || link.get().recordedAt().isAfter(visit.recordedAt());
        var pack = signature.pack();
        var posted = 0;
        if (pack.visitKind() != null) {
            posted += earn(new Occasion(RewardBasis.VISIT, pack.visitKind(), visit, link.get(), late), signature);
        }
        for (var kind : pack.conversions().keySet()) {
            posted += earn(new Occasion(RewardBasis.CONVERSION, kind, visit, link.get(), late), signature);
        }
        return posted;
    }

    /** Posts what a visit recorded earlier earns; under the lock, so that a refund at the same moment is seen or sees it. */
    int accrueAgain(String visitId, PackSignature signature) {
        ledger.lock();
        return accrue(visit(visitId), signature, false);
    }

    private int earn(Occasion occasion, PackSignature signature) {
        var pack = signature.pack();
        var limits = pack.limits(occasion.kind());
        var day = clinic.dayOf(occasion.visit().at());
        var period = limits.period().of(day);
        var standing = standing(occasion, period);
        if (standing.flag("posted")) {
            return 0;
        }
        var agreed = agreed(pack, occasion.link());
        var facts = facts(occasion, day, standing, agreed);
        if (facts.refusedBy(pack) != null) {
            return 0;
        }
        var reckoned = Reckoning.of(pack, facts);
        var lines = new ArrayList<NewEntry>();
        for (var side : RewardSide.values()) {
            var amount = reckoned.of(side);
            if (amount > 0 || reckoned.whole() == 0 && reckoned.uncapped() > 0 && side == RewardSide.REFERRER) {
                var lead = occasion.basis() == RewardBasis.VISIT && lines.isEmpty();
                lines.add(gain(occasion, signature, facts, reckoned, period, side, amount, agreed.told(), lead));
            }
        }
        ledger.post(lines);
        return lines.size();
    }

    private RewardCase facts(Occasion occasion, LocalDate day, Row standing, Agreed agreed) {
        var visit = occasion.visit();
        var link = occasion.link();
        return new RewardCase(
                RewardCase.PAY_DEPTH,
                occasion.basis(),
                occasion.kind(),
                visit.net(),
                standing.number("spendBefore"),
                day,
                link.occurredOn(),
                occasion.late() ? clinic.dayOf(link.recordedAt()) : null,
                link.staff(),
                link.staffHousehold(),
                visit.insured(),
                link.afterFirstVisit(),
                agreed.referrer(),
                agreed.friend(),
                standing.number("linkBefore"),
                standing.number("periodBefore"));
    }

    private NewEntry gain(
            Occasion occasion,
            PackSignature signature,
            RewardCase facts,
            Reckoning.Reckoned reckoned,
            String period,
            RewardSide side,
            long amount,
            List<String> agreed,
            boolean lead) {
        var pack = signature.pack();
        var link = occasion.link();
        var visit = occasion.visit();
        var limits = pack.limits(occasion.kind());
        var proof = new Proof(
                occasion.decision(),
                link.referralId(),
                link.referrerId(),
                link.friendId(),
                facts.generation(),
                occasion.basis(),
                occasion.kind(),
                visit.id(),
                facts.visitDay(),
                side,
                reckoned.referrerBasisPoints(),
                facts.base(),
                facts.spendBefore(),
                reckoned.basisPoints(),
                reckoned.doubled(),
                reckoned.whole(),
                reckoned.uncapped(),
                reckoned.limitedBy(),
                limits.perReferral(),
                limits.perPeriod(),
                facts.linkBefore(),
                facts.periodBefore(),
                period,
                signature.id(),
                pack.name(),
                pack.version(),
                agreed,
                lead);
        return NewEntry.gain(
                occasion.decision() + "|" + side,
                occasion.late(),
                occasion.kind(),
                side == RewardSide.REFERRER ? link.referrerId() : link.friendId(),
                amount,
                clock.instant(),
                visit.at().plus(Duration.ofDays(pack.refundWindowDays())),
                proof,
                caller.name());
    }

    private Row standing(Occasion occasion, String period) {
        var parameters = Map.of(
                "referralId",
                occasion.link().referralId(),
                "referrerId",
                occasion.link().referrerId(),
                "kind",
                occasion.kind().name(),
                "period",
                period,
                "key",
                occasion.decision());
        return graph.one("reward/standing", parameters, row -> row).orElseThrow();
    }

    private Agreed agreed(Pack pack, Link link) {
        var told = new ArrayList<String>();
        var referrer = given(link.referrerId(), "referrer", pack.consentsOfReferrer(), told);
        var friend = given(link.friendId(), "friend", pack.consentsOfFriend(), told);
        return new Agreed(referrer, friend, told);
    }

    private Set<Purpose> given(String clientId, String who, Set<Purpose> wanted, List<String> told) {
        var given = EnumSet.noneOf(Purpose.class);
        if (!wanted.isEmpty()) {
            for (var consent : consents.of(clientId)) {
                if (consent.given() && wanted.contains(consent.purpose())) {
                    given.add(consent.purpose());
                    told.add("%s %s %s by %s".formatted(who, consent.purpose(), consent.at(), consent.recordedBy()));
                }
            }
        }
        return given;
    }

    private VisitFacts visit(String id) {
        return graph.one("reward/visit", Map.of("visitId", id), VisitFacts::of).orElseThrow();
    }

    private Optional<Link> link(String friendId) {
        return graph.one("reward/link-to", Map.of("friendId", friendId), Link::of);
    }

    /** A visit as a reward sees it; amounts in minor units. */
    record VisitFacts(
            String id,
            String clientId,
            Instant at,
            Instant recordedAt,
            long paid,
            long refunded,
            @Nullable Boolean insured) {

        static VisitFacts of(Row row) {
            return new VisitFacts(
                    row.text("id"),
                    row.text("clientId"),
                    row.instant("at"),
                    row.instant("recordedAt"),
                    row.number("paid"),
                    row.number("refunded"),
                    row.has("insured") ? (Boolean) row.flag("insured") : null);
        }

        long net() {
            return Math.subtractExact(paid, refunded);
        }
    }

    /** The credited link to a friend: she was brought directly, by this one. */
    private record Link(
            String referralId,
            String referrerId,
            String friendId,
            LocalDate occurredOn,
            Instant recordedAt,
            boolean afterFirstVisit,
            boolean staff,
            boolean staffHousehold) {

        static Link of(Row row) {
            return new Link(
                    row.text("referralId"),
                    row.text("referrerId"),
                    row.text("friendId"),
                    row.day("occurredOn"),
                    row.instant("recordedAt"),
                    row.flag("afterFirstVisit"),
                    row.flag("staff"),
                    row.flag("staffHousehold"));
        }
    }

    /** Which consents were given, and how a line tells it. */
    private record Agreed(Set<Purpose> referrer, Set<Purpose> friend, List<String> told) {}

    /**
     * What may earn: a visit under a link, or the conversion it is.
     *
     * @param late whether the link was recorded after the visit was
     */
    private record Occasion(RewardBasis basis, RewardKind kind, VisitFacts visit, Link link, boolean late) {

        /** What is paid once a side: the link, the visit or the one conversion, and the kind. */
        String decision() {
            var what = basis == RewardBasis.VISIT ? escaped(visit.id()) : basis.name();
            return "%s|%s|%s|%s".formatted(escaped(link.referralId()), basis, what, kind);
        }

        private static String escaped(String id) {
            return id.replace("%", "%25").replace("|", "%7C");
        }
    }
}
