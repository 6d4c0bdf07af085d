package io.kith.referral;

import static java.util.stream.Collectors.toMap;

import io.kith.client.Client;
import io.kith.client.ClientRegistered;
import io.kith.client.Clients;
import io.kith.edge.Clinic;
import io.kith.edge.Connection;
import io.kith.edge.DuplicateId;
import io.kith.edge.InvalidInput;
import io.kith.edge.NotFound;
import io.kith.edge.Paging;
import io.kith.edge.Shown;
import io.kith.graph.Changes;
import io.kith.graph.Graph;
import io.kith.graph.Once;
import io.kith.graph.Row;
import io.kith.visit.VisitRecorded;
import io.kith.visit.VisitRefunded;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Who brought whom: referral events and the credited links they carry.
 *
 * <p>Two writers at once: links between existing clients queue at the lock node of the tree, so that no set of them
 * closes a loop and the second referrer of one friend is refused; a friend created with her link can do neither and
 * takes no lock.
 */
@Component
public class Referrals {

    private static final int LONGEST_ID = 64;
    private static final int LONGEST_REASON = 500;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final Graph graph;
    private final Once once;
    private final Clients clients;
    private final Clinic clinic;
    private final Clock clock;
    private final Network network;
    private final ReferralCodes codes;
    private final Changes changes;
    private final ApplicationEventPublisher events;

    Referrals(
            Graph graph,
            Once once,
            Clients clients,
            Clinic clinic,
            Clock clock,
            Network network,
            ReferralCodes codes,
            Changes changes,
            ApplicationEventPublisher events) {
        this.graph = graph;
        this.once = once;
        this.clients = clients;
        this.clinic = clinic;
        this.clock = clock;
        this.network = network;
        this.codes = codes;
        this.changes = changes;
        this.events = events;
    }

    public Optional<Referral> byId(String id) {
        return graph.one("referral/by-ids", Map.of("ids", List.of(id)), Referral::of);
    }

    /** The referrals of these ids, in one statement; ids none has are left out. */
    public Map<String, Referral> byIds(Collection<String> ids) {
        return graph.list("referral/by-ids", Map.of("ids", List.copyOf(ids)), Referral::of).stream()
                .collect(toMap(Referral::id, referral -> referral));
    }

    /** The referral that carries the credit for each of these friends, in one statement. */
    public Map<String, Referral> creditedTo(Collection<String> friends) {
        return graph.list("referral/credited-to", Map.of("ids", List.copyOf(friends)), Referral::of).stream()
                .collect(toMap(Referral::referredId, referral -> referral));
    }

    /** The referrals a client made, latest first, one page. */
    public Connection<Referral> madeBy(Client client, Paging paging) {
        return page("referral/made", client, paging);
    }

    /** The referrals that name a client as the friend, latest first, one page. */
    public Connection<Referral> receivedBy(Client client, Paging paging) {
        return page("referral/received", client, paging);
    }

    /**
     * Records that one client brought another, who may be new.
     *
     * @throws ReferralRejected {@code CYCLE}, {@code SECOND_REFERRER} or {@code SELF_REFERRAL}
     * @throws NotFound for an unknown client or code
     */
    public Referral record(NewReferral referral, @Nullable String idempotencyKey) {
        return keyed("recordReferral", referral, idempotencyKey, () -> add(referral, false));
    }

    /** Names the referrer of an existing client after the sale: credit from now on, nothing in the past is changed. */
    public Referral attribute(NewReferral referral, @Nullable String idempotencyKey) {
        return keyed("attributeReferral", referral, idempotencyKey, () -> add(referral, true));
    }

    /**
     * Takes the credit away from a referral; the link is kept as what was once believed.
     *
     * @throws ReferralRejected {@code CONFLICT} where it carries none
     */
    public Referral retract(String referralId, String reason, @Nullable String idempotencyKey) {
        checkText("reason", reason, LONGEST_REASON);
        return keyed(
                "retractReferral", List.of(referralId, reason), idempotencyKey, () -> retractNow(referralId, reason));
    }

    /**
     * Moves a referral on: CONSULTED, LAPSED or REJECTED, as long as nobody has paid yet.
     *
     * @throws ReferralRejected {@code CONFLICT} for a referral that is CONVERTED
     */
    public Referral advance(
            String referralId, ReferralStatus status, @Nullable String reason, @Nullable String idempotencyKey) {
        if (status == ReferralStatus.CONVERTED || status == ReferralStatus.INTRODUCED) {
            throw new InvalidInput(
                    "status is %s; a referral can be moved on to CONSULTED, LAPSED or REJECTED.".formatted(status));
        }
        return keyed(
                "advanceReferral",
                List.of(referralId, status, String.valueOf(reason)),
                idempotencyKey,
                () -> advanceNow(referralId, status, reason));
    }

    /** Takes in what was written past this class, as by an import; the other processes do so as well, each as soon as it can. */
    public void rebuildNetworks() {
        changes.tellEverything();
        rebuildNetwork();
    }

    /** Reads the whole forest from the store anew, as at start; writes meanwhile are kept. */
    public void rebuildNetwork() {
        network.replace(forest -> graph.each(
                "referral/forest",
                Map.of(),
                row -> forest.add(
                        row.text("clientId"),
                        row.textOrNull("referrerId"),
                        row.number("netRevenue"),
                        row.flag("converted"),
                        row.number("version"))));
    }

    @EventListener
    void onClientRegistered(ClientRegistered event) {
        var state = new ClientState(event.clientId(), null, 0, false, 1);
        publish(state);
    }

    @EventListener
    @Order(0)
    void onVisit(VisitRecorded event) {
        var parameters = Map.of(
                "clientId", event.clientId(),
                "paid", event.paid(),
                "now", clock.instant().atOffset(ZoneOffset.UTC));
        var row = graph.one("referral/convert", parameters, converted -> converted)
                .orElseThrow();
        publish(row);
        var referral = row.textOrNull("convertedReferral");
        if (referral != null) {
            events.publishEvent(
                    new ReferralConverted(referral, row.text("referrerId"), event.clientId(), event.visitId()));
        }
    }

    @EventListener
    @Order(0)
    void onRefund(VisitRefunded event) {
        publish(graph.one("referral/state", Map.of("clientId", event.clientId()), row -> row)
                .orElseThrow());
    }

    private Referral keyed(String mutation, Object input, @Nullable String key, Supplier<String> work) {
        return once.apply(key, mutation, input, Referral::id, this::known, () -> known(work.get()));
    }

    private Referral known(String id) {
        return byId(id).orElseThrow(() -> NotFound.of("referral", id));
    }

    private String add(NewReferral referral, boolean afterTheSale) {
        check(referral);
        var referrerId = referrer(referral);
        if (referral.newClient() != null) {
            var friend = clients.add(referral.newClient());
            return link(referral, referrerId, friend, new Facts(false, false), afterTheSale);
        }
        var friend = String.valueOf(referral.referredId());
        if (friend.equals(referrerId)) {
            throw ReferralRejected.selfReferral(friend);
        }
        return link(referral, referrerId, friend, checked(referrerId, friend, day(referral)), afterTheSale);
    }

    private String referrer(NewReferral referral) {
        if (referral.referrerId() != null) {
            return referral.referrerId();
        }
        return codes.holder(String.valueOf(referral.code())).orElseThrow(ReferralRejected::unknownCode);
    }

    private Facts checked(String referrerId, String friend, LocalDate day) {
        graph.run("referral/lock-tree", Map.of());
        var facts = graph.one(
                        "referral/check-link",
                        Map.of("referrerId", referrerId, "referredId", friend, "dayBegins", dayBegins(day)),
                        row -> row)
                .orElseThrow();
        if (!facts.flag("referrerExists")) {
            throw NotFound.of("client", referrerId);
        }
        if (!facts.flag("friendExists")) {
            throw NotFound.of("client", friend);
        }
        var current = facts.textOrNull("currentReferrer");
        if (current != null) {
            throw ReferralRejected.secondReferrer(friend, current);
        }
        if (facts.flag("closesCycle")) {
            throw ReferralRejected.cycle(referrerId, friend);
        }
        return new Facts(facts.flag("hasPaid"), facts.flag("visitedBefore"));
    }

    private String link(NewReferral referral, String referrerId, String friend, Facts facts, boolean afterTheSale) {
        var id = referral.id() == null ? UUID.randomUUID().toString() : referral.id();
        var status = facts.hasPaid() ? ReferralStatus.CONVERTED : ReferralStatus.INTRODUCED;
        var parameters = new HashMap<String, Object>();
        parameters.put("id", id);
        parameters.put("referrerId", referrerId);
        parameters.put("referredId", friend);
        parameters.put("occurredOn", day(referral));
        parameters.put("now", clock.instant().atOffset(ZoneOffset.UTC));
        parameters.put("status", status.name());
        parameters.put("converted", facts.hasPaid());
        parameters.put("afterFirstVisit", facts.visitedBefore());
        parameters.put("code", referral.code());
        parameters.put("channel", referral.channel());
        parameters.put("reason", referral.reason());
        try {
            publish(graph.one("referral/link", parameters, row -> row)
                    .orElseThrow(() -> NotFound.of("client", referrerId)));
        } catch (DataIntegrityViolationException taken) {
            throw DuplicateId.of("referral", id);
        }
        events.publishEvent(new ReferralRecorded(id, referrerId, friend, day(referral), afterTheSale));
        return id;
    }

    private String retractNow(String referralId, String reason) {
        var referral = known(referralId);
        var parameters = Map.of(
                "id", referralId, "reason", reason, "now", clock.instant().atOffset(ZoneOffset.UTC));
        publish(graph.one("referral/retract", parameters, row -> row)
                .orElseThrow(() -> ReferralRejected.alreadyRetracted(referralId)));
        events.publishEvent(new ReferralRetracted(referralId, referral.referrerId(), referral.referredId()));
        return referralId;
    }

    private String advanceNow(String referralId, ReferralStatus status, @Nullable String reason) {
        var parameters = new HashMap<String, Object>();
        parameters.put("id", referralId);
        parameters.put("status", status.name());
        parameters.put("reason", reason);
        parameters.put("now", clock.instant().atOffset(ZoneOffset.UTC));
        var row = graph.one("referral/advance", parameters, advanced -> advanced)
                .orElseThrow(() -> NotFound.of("referral", referralId));
        if (!row.flag("advanced")) {
            throw ReferralRejected.settled(referralId, ReferralStatus.valueOf(row.text("status")));
        }
        return referralId;
    }

    private void publish(Row row) {
        publish(ClientState.of(row));
    }

    /** This process's projection holds it once it is committed, the others' as soon as they hear of it. */
    private void publish(ClientState state) {
        changes.tell(ForestChanges.TOPIC, state.columns());
        graph.afterCommit(() -> network.apply(state));
    }

    private Connection<Referral> page(String statement, Client client, Paging paging) {
        var after = paging.after() == null ? "9999-12-31 " : paging.after();
        var cut = after.indexOf(' ');
        if (cut < 0) {
            throw new InvalidInput("The cursor does not belong to a list of referrals.");
        }
        var parameters = Map.of(
                "clientId", client.id(),
                "afterDay", day(after.substring(0, cut)),
                "afterId", after.substring(cut + 1),
                "limit", paging.oneMore());
        var found = graph.list(statement, parameters, Referral::of);
        return Connection.of(found, paging, referral -> referral.occurredOn() + " " + referral.id(), null);
    }

    private void check(NewReferral referral) {
        if ((referral.referrerId() == null) == (referral.code() == null)) {
            throw new InvalidInput("Name the referrer by exactly one of referrerId and code.");
        }
        if ((referral.referredId() == null) == (referral.newClient() == null)) {
            throw new InvalidInput("Name the friend by exactly one of referredId and newClient.");
        }
        checkText("id", referral.id(), LONGEST_ID);
        checkText("reason", referral.reason(), LONGEST_REASON);
        var day = day(referral);
        if (day.isBefore(EARLIEST) || day.isAfter(clinic.today(clock))) {
            throw new InvalidInput("occurredOn is %s; it must lie between %s and today.".formatted(day, EARLIEST));
        }
    }

    private static void checkText(String field, @Nullable String text, int longest) {
        if (text != null && (text.isBlank() || text.length() > longest)) {
            throw new InvalidInput(
                    "%s '%s' must have 1 to %d characters.".formatted(field, Shown.shortly(text), longest));
        }
    }

    private LocalDate day(NewReferral referral) {
        return referral.occurredOn() == null ? clinic.today(clock) : referral.occurredOn();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException foreign) {
            throw new InvalidInput("The cursor does not belong to a list of referrals.");
        }
    }

    private OffsetDateTime dayBegins(LocalDate day) {
        return clinic.startOf(day).atOffset(ZoneOffset.UTC);
    }

    /** What the graph knew of the friend when the link was made. */
    private record Facts(boolean hasPaid, boolean visitedBefore) {}
}
