package io.kith.reward;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.kith.client.Consent;
import io.kith.client.Consents;
import io.kith.client.Purpose;
import io.kith.edge.Clinic;
import io.kith.graph.Caller;
import io.kith.graph.Graph;
import io.kith.graph.Row;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What visits earn under a pack, worked out in the order they happened and posted at once: a handful of statements,
 * however many visits there are.
 */
@Component
class Earnings {

    private final Graph graph;
    private final Ledger ledger;
    private final Consents consents;
    private final Clinic clinic;
    private final Clock clock;
    private final Caller caller;
    private final ObjectProvider<PayoutHolds> holds;

    Earnings(
            Graph graph,
            Ledger ledger,
            Consents consents,
            Clinic clinic,
            Clock clock,
            Caller caller,
            ObjectProvider<PayoutHolds> holds) {
        this.graph = graph;
        this.ledger = ledger;
        this.consents = consents;
        this.clinic = clinic;
        this.clock = clock;
        this.caller = caller;
        this.holds = holds;
    }

    /** Visits by their ids, in the order they happened. */
    List<VisitFacts> visits(Collection<String> ids) {
        return graph.list("reward/visits", Map.of("ids", List.copyOf(ids)), VisitFacts::of);
    }

    /**
     * Posts what visits earn under a pack and was not posted before; again posts nothing. They are read under the
     * ledger's lock, so that a refund at the same moment is seen or sees what was posted.
     *
     * @param namedNow whether the link was recorded just now, whatever the clock says
     * @return how many lines were posted
     */
    int post(Collection<String> visitIds, PackSignature signature, boolean namedNow) {
        if (visitIds.isEmpty()) {
            return 0;
        }
        ledger.lock();
        var visits = visits(visitIds);
        var links = links(visits);
        var pack = signature.pack();
        var occasions = new ArrayList<Occasion>();
        for (var visit : visits) {
            var link = links.get(visit.clientId());
            if (link != null) {
                var late = namedNow || link.recordedAt().isAfter(visit.recordedAt());
                if (pack.visitKind() != null) {
                    occasions.add(occasion(pack, RewardBasis.VISIT, pack.visitKind(), visit, link, late));
                }
                for (var kind : pack.conversions().keySet()) {
                    occasions.add(occasion(pack, RewardBasis.CONVERSION, kind, visit, link, late));
                }
            }
        }
        return occasions.isEmpty() ? 0 : post(occasions, signature);
    }

    private Occasion occasion(
            Pack pack, RewardBasis basis, RewardKind kind, VisitFacts visit, Link link, boolean late) {
        var period = pack.limits(kind).period().of(clinic.dayOf(visit.at()));
        return new Occasion(basis, kind, visit, link, late, period);
    }

    private int post(List<Occasion> occasions, PackSignature signature) {
        var pack = signature.pack();
        var answers = answers(pack, occasions);
        var standing = standing(occasions);
        var lines = new ArrayList<NewEntry>();
        for (var occasion : occasions) {
            if (standing.isDecided(occasion)) {
                continue;
            }
            var agreed = agreed(pack, occasion.link(), answers);
            var facts = facts(occasion, standing.before(occasion), agreed);
            if (facts.refusedBy(pack) == null) {
                var earned = lines(occasion, signature, facts, agreed);
                standing.add(occasion, earned);
                lines.addAll(earned);
            }
        }
        return ledger.post(lines).size();
    }

    private List<NewEntry> lines(Occasion occasion, PackSignature signature, RewardCase facts, Agreed agreed) {
        var reckoned = Reckoning.of(signature.pack(), facts);
        var lines = new ArrayList<NewEntry>();
        for (var side : RewardSide.values()) {
            var amount = reckoned.of(side);
            if (amount > 0 || reckoned.whole() == 0 && reckoned.uncapped() > 0 && side == RewardSide.REFERRER) {
                var lead = occasion.basis() == RewardBasis.VISIT && lines.isEmpty();
                lines.add(gain(occasion, signature, facts, reckoned, side, amount, agreed.told(), lead));
            }
        }
        return lines;
    }

    private RewardCase facts(Occasion occasion, Standing.Before before, Agreed agreed) {
        var visit = occasion.visit();
        var link = occasion.link();
        return new RewardCase(
                RewardCase.PAY_DEPTH,
                occasion.basis(),
                occasion.kind(),
                visit.net(),
                before.spend(),
                clinic.dayOf(visit.at()),
                link.occurredOn(),
                occasion.late() ? clinic.dayOf(link.recordedAt()) : null,
                link.staff(),
                link.staffHousehold(),
                visit.insured(),
                link.afterFirstVisit(),
                agreed.referrer(),
                agreed.friend(),
                before.link(),
                before.inPeriod());
    }

    private NewEntry gain(
            Occasion occasion,
            PackSignature signature,
            RewardCase facts,
            Reckoning.Reckoned reckoned,
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
                occasion.period(),
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

    /** The credited links to whoever came, by friend, but for those that are held. */
    private Map<String, Link> links(List<VisitFacts> visits) {
        var friends = new TreeSet<String>();
        visits.forEach(visit -> friends.add(visit.clientId()));
        var links = graph.list("reward/links-to", Map.of("friendIds", List.copyOf(friends)), Link::of).stream()
                .collect(toMap(Link::friendId, identity()));
        var referrals = links.values().stream().map(Link::referralId).toList();
        if (!referrals.isEmpty()) {
            for (var hold : holds) {
                var held = hold.held(referrals);
                links.values().removeIf(link -> held.contains(link.referralId()));
            }
        }
        return links;
    }

    private Standing standing(List<Occasion> occasions) {
        var asked = new ArrayList<Map<String, Object>>();
        for (var occasion : occasions) {
            asked.add(Map.of(
                    "referralId", occasion.link().referralId(),
                    "referrerId", occasion.link().referrerId(),
                    "kind", occasion.kind().name(),
                    "period", occasion.period(),
                    "key", occasion.decision()));
        }
        var rows = graph.list("reward/standing", Map.of("occasions", asked), row -> row);
        var standing = new Standing();
        for (var at = 0; at < rows.size(); at++) {
            standing.found(occasions.get(at), rows.get(at));
        }
        return standing;
    }

    private Map<String, List<Consent>> answers(Pack pack, List<Occasion> occasions) {
        var asked = new TreeSet<String>();
        for (var occasion : occasions) {
            if (!pack.consentsOfReferrer().isEmpty()) {
                asked.add(occasion.link().referrerId());
            }
            if (!pack.consentsOfFriend().isEmpty()) {
                asked.add(occasion.link().friendId());
            }
        }
        return asked.isEmpty() ? Map.of() : consents.of(asked);
    }

    private static Agreed agreed(Pack pack, Link link, Map<String, List<Consent>> answers) {
        var told = new ArrayList<String>();
        var ofReferrer = answers.getOrDefault(link.referrerId(), List.of());
        var ofFriend = answers.getOrDefault(link.friendId(), List.of());
        var referrer = given(ofReferrer, "referrer", pack.consentsOfReferrer(), told);
        var friend = given(ofFriend, "friend", pack.consentsOfFriend(), told);
        return new Agreed(referrer, friend, told);
    }

    private static Set<Purpose> given(List<Consent> answers, String who, Set<Purpose> wanted, List<String> told) {
        var given = EnumSet.noneOf(Purpose.class);
        for (var consent : answers) {
            if (consent.given() && wanted.contains(consent.purpose())) {
                given.add(consent.purpose());
                told.add("%s %s %s by %s".formatted(who, consent.purpose(), consent.at(), consent.recordedBy()));
            }
        }
        return given;
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
     * @param period the one of the visit's day that caps are counted in
     */
    private record Occasion(
            RewardBasis basis, RewardKind kind, VisitFacts visit, Link link, boolean late, String period) {

        /** What is paid once a side: the link, the visit or the one conversion, and the kind. */
        String decision() {
            var what = basis == RewardBasis.VISIT ? escaped(visit.id()) : basis.name();
            return "%s|%s|%s|%s".formatted(escaped(link.referralId()), basis, what, kind);
        }

        private static String escaped(String id) {
            return id.replace("%", "%25").replace("|", "%7C");
        }
    }

    /** How things stand when an occasion's turn comes: what the ledger holds, and what those before it in this batch add. */
    private static final class Standing {

        private final Map<Occasion, Before> found = new HashMap<>();
        private final Set<String> decided = new HashSet<>();
        private final Map<List<String>, Long> added = new HashMap<>();

        void found(Occasion occasion, Row row) {
            if (row.flag("posted")) {
                decided.add(occasion.decision());
            }
            found.put(
                    occasion,
                    new Before(row.number("linkBefore"), row.number("periodBefore"), row.number("spendBefore")));
        }

        /** Whether what is paid once has been paid. */
        boolean isDecided(Occasion occasion) {
            return decided.contains(occasion.decision());
        }

        Before before(Occasion occasion) {
            var stored = requireNonNull(found.get(occasion));
            return new Before(
                    Math.addExact(stored.link(), added(link(occasion))),
                    Math.addExact(stored.inPeriod(), added(period(occasion))),
                    Math.addExact(stored.spend(), added(spend(occasion))));
        }

        void add(Occasion occasion, List<NewEntry> lines) {
            if (!lines.isEmpty()) {
                decided.add(occasion.decision());
                var amount = lines.stream().mapToLong(NewEntry::amount).reduce(0, Math::addExact);
                added.merge(link(occasion), amount, Math::addExact);
                added.merge(period(occasion), amount, Math::addExact);
                if (occasion.basis() == RewardBasis.VISIT) {
                    added.merge(spend(occasion), occasion.visit().net(), Math::addExact);
                }
            }
        }

        private long added(List<String> what) {
            return added.getOrDefault(what, 0L);
        }

        private static List<String> link(Occasion occasion) {
            return List.of("link", occasion.link().referralId(), occasion.kind().name());
        }

        private static List<String> period(Occasion occasion) {
            return List.of(
                    "period", occasion.link().referrerId(), occasion.kind().name(), occasion.period());
        }

        private static List<String> spend(Occasion occasion) {
            return List.of("spend", occasion.link().referralId());
        }

        /** In the unit of the kind, the spend in minor units. */
        private record Before(long link, long inPeriod, long spend) {}
    }
}
