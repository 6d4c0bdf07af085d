package io.kith.care;

import io.kith.care.Activity.Band;
import io.kith.client.Clients;
import io.kith.edge.Clinic;
import io.kith.edge.Connection;
import io.kith.edge.InvalidInput;
import io.kith.edge.NotFound;
import io.kith.edge.Paging;
import io.kith.graph.Graph;
import io.kith.graph.Once;
import io.kith.graph.Row;
import io.kith.referral.NetworkMap;
import io.kith.visit.VisitRecorded;
import io.kith.visit.VisitRefunded;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who still comes, who stopped coming and why, and who has not paid.
 *
 * <p>For questions about all clients, when she last paid, until when its effect lasts and what she owes are kept on her
 * node, written anew from her visits whenever one is added or refunded.
 */
@Component
public class Retention {

    private static final Instant BEGINNING = Instant.parse("1800-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");
    private static final int LONGEST_NOTE = 2_000;
    private static final int MOST_EXITS = 50;
    private static final int LONGEST_WINDOW = 3_660;
    private static final int TWO_YEARS = 730;

    private final Graph graph;
    private final Once once;
    private final Clients clients;
    private final CareRules rules;
    private final Clinic clinic;
    private final Clock clock;
    private final ObjectProvider<TierOfClients> tiers;

    Retention(
            Graph graph,
            Once once,
            Clients clients,
            CareRules rules,
            Clinic clinic,
            Clock clock,
            ObjectProvider<TierOfClients> tiers) {
        this.graph = graph;
        this.once = once;
        this.clients = clients;
        this.rules = rules;
        this.clinic = clinic;
        this.clock = clock;
        this.tiers = tiers;
    }

    /** By what churn is told apart. */
    public enum Group {
        NONE,
        TIER,
        STAFF
    }

    /** How many clients are in a band; net revenue in minor units. */
    public record BandShare(Band band, int clients, int insideCycle, long netRevenue) {}

    /** Of those who paid within the window before a period, how many did not within the window before its end. */
    public record Churn(@Nullable String group, int base, int lost, int windowDays) {

        /** Null without a base. */
        public @Nullable Double rate() {
            return base == 0 ? null : Double.valueOf((double) lost / base);
        }
    }

    /** How many clients left for a cause; profit lost in minor units. */
    public record ExitCause(Exit.Type type, Exit.Cause cause, int clients, long profitLost) {}

    /** A visit not fully paid; minor units. */
    public record Arrear(String visitId, String clientId, Instant at, long owed) {}

    /** How old what is owed is. */
    public enum Age {
        UP_TO_30_DAYS(0),
        UP_TO_60_DAYS(31),
        UP_TO_90_DAYS(61),
        OLDER(91);

        private final int fromDays;

        Age(int fromDays) {
            this.fromDays = fromDays;
        }

        static Age of(long days) {
            var age = UP_TO_30_DAYS;
            for (var candidate : values()) {
                age = days >= candidate.fromDays ? candidate : age;
            }
            return age;
        }
    }

    /** What is owed at an age; minor units. */
    public record ArrearsShare(Age age, int visits, long owed) {}

    /** How long ago a client last came and paid. */
    public Activity of(String clientId) {
        var parameters = Map.of("clientId", clientId, "zone", clinic.zone().getId());
        var today = clinic.today(clock);
        return graph.one("care/activity", parameters, row -> row)
                .map(row -> {
                    var paidAt = row.instantOrNull("lastPaidAt");
                    return Activity.of(
                            paidAt, paidAt == null ? null : clinic.dayOf(paidAt), row.dayOrNull("cycleEndsOn"), today);
                })
                .orElseGet(() -> Activity.of(null, null, null, today));
    }

    /** The bands some clients are in today, in one statement. */
    public Map<String, Band> bands(Collection<String> clientIds) {
        var today = clinic.today(clock);
        var bands = new HashMap<String, Band>();
        clientIds.forEach(id -> bands.put(id, Band.NEVER));
        graph.one("care/map-activity", Map.of("ids", clientIds), NetworkMap::values)
                .orElseThrow()
                .forEach((id, paidAt) -> bands.put(
                        id,
                        Band.of(Math.max(
                                0,
                                ChronoUnit.DAYS.between(
                                        clinic.dayOf(
                                                OffsetDateTime.parse(paidAt).toInstant()),
                                        today)))));
        return bands;
    }

    /** How many clients are in each band today. */
    public List<BandShare> bands() {
        var today = clinic.today(clock);
        var spans = new ArrayList<Map<String, Object>>();
        var end = END;
        for (var band : List.of(Band.ACTIVE, Band.COOLING, Band.DORMANT, Band.LOST)) {
            var last = band.lastDay();
            var start = last == null ? BEGINNING : clinic.startOf(today.minusDays(last));
            spans.add(Map.of("name", band.name(), "from", at(start), "to", at(end)));
            end = start;
        }
        var shares = new EnumMap<Band, BandShare>(Band.class);
        graph.list("care/bands", Map.of("bands", spans, "today", today), Retention::share)
                .forEach(share -> shares.put(share.band(), share));
        var paying = shares.values().stream().mapToInt(BandShare::clients).sum();
        shares.put(Band.NEVER, new BandShare(Band.NEVER, (int) clients.count() - paying, 0, 0));
        return List.copyOf(shares.values());
    }

    /** Churn over some days, by group; a client belongs to the group she is in today. */
    public List<Churn> churn(LocalDate from, LocalDate to, int windowDays, Group by) {
        Surveys.checkPeriod(from, to);
        if (windowDays < 1 || windowDays > LONGEST_WINDOW) {
            throw new InvalidInput(
                    "windowDays is %d; it must lie between 1 and %d.".formatted(windowDays, LONGEST_WINDOW));
        }
        var end = to.plusDays(1);
        var parameters = Map.of(
                "baseFrom", at(clinic.startOf(from.minusDays(windowDays))),
                "baseTo", at(clinic.startOf(from)),
                "keptFrom", at(clinic.startOf(end.minusDays(windowDays))),
                "keptTo", at(clinic.startOf(end)));
        var base = graph.list("care/churn", parameters, Paying::of);
        var tierOf = by == Group.TIER ? tiersOf(base) : Map.<String, String>of();
        var churns = new TreeMap<String, Churn>();
        for (var client : base) {
            var group = switch (by) {
                case NONE -> null;
                case STAFF -> client.staffId();
                case TIER -> tierOf.get(client.clientId());
            };
            var before = churns.getOrDefault(group == null ? "" : group, new Churn(group, 0, 0, windowDays));
            churns.put(
                    group == null ? "" : group,
                    new Churn(group, before.base() + 1, before.lost() + (client.kept() ? 0 : 1), windowDays));
        }
        return List.copyOf(churns.values());
    }

    /** Records that and why a client left, with what it costs. */
    public Exit recordExit(
            String clientId,
            Exit.Type type,
            Exit.Cause cause,
            @Nullable Instant at,
            @Nullable String note,
            @Nullable String idempotencyKey) {
        var input = List.of(clientId, type, cause, String.valueOf(at), String.valueOf(note));
        return once.apply(
                idempotencyKey,
                "recordExit",
                input,
                Exit::id,
                this::exit,
                () -> leave(clientId, type, cause, at, note));
    }

    /** A client's exits, latest first, the last 50. */
    public List<Exit> exits(String clientId) {
        return graph.list("care/exits-of-client", Map.of("clientId", clientId, "limit", MOST_EXITS), Exit::of);
    }

    /** Why clients left over some days, most frequent first. */
    public List<ExitCause> exitCauses(LocalDate from, LocalDate to) {
        Surveys.checkPeriod(from, to);
        var parameters = Map.of("from", at(clinic.startOf(from)), "to", at(clinic.startOf(to.plusDays(1))));
        return graph.list(
                "care/exit-causes",
                parameters,
                row -> new ExitCause(
                        Exit.Type.valueOf(row.text("type")),
                        Exit.Cause.valueOf(row.text("cause")),
                        row.count("clients"),
                        row.number("profitLost")));
    }

    /** Visits not fully paid, oldest first, one page. */
    public Connection<Arrear> arrears(Paging paging) {
        var after = TimeCursor.of(paging.after(), BEGINNING);
        var parameters = Map.of("afterAt", at(after.at()), "afterId", after.id(), "limit", paging.oneMore());
        var found = graph.list(
                "care/arrears",
                parameters,
                row -> new Arrear(row.text("visitId"), row.text("clientId"), row.instant("at"), row.number("owed")));
        return Connection.of(found, paging, arrear -> arrear.at() + " " + arrear.visitId(), null);
    }

    /** What is owed, by how old it is. */
    public List<ArrearsShare> arrearsByAge() {
        var today = clinic.today(clock);
        var spans = new ArrayList<Map<String, Object>>();
        var end = END;
        for (var age : Age.values()) {
            var next = age.ordinal() + 1;
            var start = next == Age.values().length
                    ? BEGINNING
                    : clinic.startOf(today.minusDays(Age.values()[next].fromDays - 1L));
            spans.add(Map.of("name", age.name(), "from", at(start), "to", at(end)));
            end = start;
        }
        return graph
                .list(
                        "care/arrears-by-age",
                        Map.of("ages", spans),
                        row -> new ArrearsShare(Age.valueOf(row.text("age")), row.count("visits"), row.number("owed")))
                .stream()
                .sorted(Comparator.comparing(ArrearsShare::age))
                .toList();
    }

    Age ageOf(Arrear arrear) {
        return Age.of(daysOld(arrear));
    }

    long daysOld(Arrear arrear) {
        return ChronoUnit.DAYS.between(clinic.dayOf(arrear.at()), clinic.today(clock));
    }

    /** Writes what is kept of these clients anew from their visits, in one transaction. */
    public void renew(Collection<String> clientIds) {
        var parameters = Map.of(
                "clientIds", List.copyOf(clientIds), "zone", clinic.zone().getId());
        graph.write(() -> graph.one("care/renew-activity", parameters, row -> row.count("clients")));
    }

    @EventListener
    void renew(VisitRecorded visit) {
        renew(List.of(visit.clientId()));
    }

    @EventListener
    void renew(VisitRefunded refund) {
        renew(List.of(refund.clientId()));
    }

    private Exit leave(String clientId, Exit.Type type, Exit.Cause cause, @Nullable Instant at, @Nullable String note) {
        if (note != null && note.length() > LONGEST_NOTE) {
            throw new InvalidInput("The note must have at most %d characters.".formatted(LONGEST_NOTE));
        }
        var when = at == null ? clock.instant() : at;
        if (when.isAfter(clock.instant().plusSeconds(300)) || when.isBefore(BEGINNING)) {
            throw new InvalidInput("at is %s; it must not lie in the future.".formatted(when));
        }
        clients.known(clientId);
        var lost = profitLost(clientId, when);
        var exit = new HashMap<String, Object>();
        exit.put("id", UUID.randomUUID().toString());
        exit.put("at", at(when));
        exit.put("type", type.name());
        exit.put("cause", cause.name());
        exit.put("note", note);
        exit.put("profitLost", lost);
        exit.put("rescueCap", Math.multiplyExact(lost, rules.rescuePercent()) / 100);
        var id = graph.one("care/record-exit", Map.of("clientId", clientId, "exit", exit), row -> row.text("id"));
        return exit(id.orElseThrow());
    }

    /** Whole minor units, rounded down. */
    private long profitLost(String clientId, Instant at) {
        var parameters = Map.of(
                "clientId", clientId,
                "from", at(clinic.startOf(clinic.dayOf(at).minusDays(TWO_YEARS))),
                "to", at(clinic.startOf(clinic.dayOf(at).plusDays(1))));
        var net = graph.one("care/paid-since", parameters, row -> row.number("net"))
                .orElse(0L);
        return Math.multiplyExact(Math.max(0, net), Math.multiplyExact(rules.marginPercent(), rules.yearsAhead()))
                / 200;
    }

    private Exit exit(String id) {
        return graph.one("care/exit", Map.of("id", id), Exit::of).orElseThrow(() -> NotFound.of("exit", id));
    }

    private Map<String, String> tiersOf(List<Paying> base) {
        var known = tiers.getIfAvailable();
        if (known == null) {
            throw new InvalidInput("by is TIER; this installation keeps no tiers.");
        }
        return known.tiersOf(base.stream().map(Paying::clientId).toList());
    }

    private static BandShare share(Row row) {
        return new BandShare(
                Band.valueOf(row.text("band")), row.count("clients"), row.count("inCycle"), row.number("netRevenue"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Paying(String clientId, @Nullable String staffId, boolean kept) {

        static Paying of(Row row) {
            return new Paying(row.text("clientId"), row.textOrNull("staffId"), row.flag("kept"));
        }
    }
}
