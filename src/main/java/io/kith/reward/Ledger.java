package io.kith.reward;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.kith.edge.Clinic;
import io.kith.edge.Connection;
import io.kith.edge.InvalidInput;
import io.kith.edge.Paging;
import io.kith.graph.Graph;
import io.kith.graph.Row;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The append-only ledger of rewards: lines are posted and never changed, and every balance is a sum of them.
 *
 * <p>Two who post at once: both first write to the ledger's lock node, so that caps and balances are read while nobody
 * else posts and the sequence has no gaps. Whoever holds a client's node takes the lock after it, never before.
 */
@Component
public class Ledger {

    private static final int MOST_LINES = 50_000;

    private final Graph graph;
    private final Clock clock;
    private final Clinic clinic;
    private final MeterRegistry metrics;

    Ledger(Graph graph, Clock clock, Clinic clinic, MeterRegistry metrics) {
        this.graph = graph;
        this.clock = clock;
        this.clinic = clinic;
        this.metrics = metrics;
    }

    public Optional<RewardEntry> byId(String id) {
        return graph.one("reward/by-ids", Map.of("ids", List.of(id)), RewardEntry::of);
    }

    /** The lines of these ids, in one statement; ids no line has are left out. */
    public Map<String, RewardEntry> byIds(Collection<String> ids) {
        return graph.list("reward/by-ids", Map.of("ids", List.copyOf(ids)), RewardEntry::of).stream()
                .collect(toMap(RewardEntry::id, entry -> entry));
    }

    /** The lines that rest on one visit, in their order. */
    public List<RewardEntry> ofVisit(String visitId) {
        return graph.list("reward/of-visit", Map.of("visitId", visitId), RewardEntry::of);
    }

    /** The lines that rest on one referral, in their order. */
    public List<RewardEntry> ofReferral(String referralId) {
        return graph.list("reward/of-referral", Map.of("referralId", referralId), RewardEntry::of);
    }

    /** Lines that fit a filter, latest first, one page. */
    public Connection<RewardEntry> page(RewardEntryFilter filter, Paging paging) {
        var parameters = new HashMap<String, Object>();
        parameters.put("type", filter.type() == null ? null : filter.type().name());
        parameters.put("kind", filter.kind() == null ? null : filter.kind().name());
        parameters.put("before", sequence(paging.after(), Long.MAX_VALUE));
        parameters.put("limit", paging.oneMore());
        parameters.put("clientId", filter.clientId());
        parameters.put("referralId", filter.referralId());
        parameters.put("visitId", filter.visitId());
        var statement = filter.visitId() != null || filter.referralId() != null
                ? "reward/of-proof"
                : filter.clientId() != null ? "reward/of-client" : "reward/latest";
        return connection(graph.list(statement, parameters, RewardEntry::of), paging);
    }

    /** A client's lines posted on some days of the clinic, in their order, one page. */
    public Connection<RewardEntry> statement(String clientId, LocalDate from, LocalDate to, Paging paging) {
        var parameters = Map.of(
                "clientId",
                clientId,
                "from",
                begin(from),
                "to",
                begin(to.plusDays(1)),
                "after",
                sequence(paging.after(), 0),
                "limit",
                paging.oneMore());
        return connection(graph.list("reward/statement", parameters, RewardEntry::of), paging);
    }

    /** Sums of a client's lines posted before a day begins at the clinic, by kind. */
    public Map<RewardKind, Long> sumsBefore(String clientId, LocalDate day) {
        var sums = new LinkedHashMap<RewardKind, Long>();
        graph.each(
                "reward/sums-before",
                Map.of("clientId", clientId, "before", begin(day)),
                row -> sums.put(RewardKind.valueOf(row.text("kind")), row.number("amount")));
        return sums;
    }

    /** The balance of a client, now. */
    public Balance balance(String clientId) {
        return requireNonNull(balances(List.of(clientId)).get(clientId));
    }

    /** The balance of each of these clients, now, in one statement. */
    public Map<String, Balance> balances(Collection<String> clientIds) {
        var now = clock.instant();
        var found = new HashMap<String, List<Row>>();
        graph.list(
                        "reward/balances",
                        Map.of("clientIds", List.copyOf(clientIds), "now", now.atOffset(ZoneOffset.UTC)),
                        row -> row)
                .forEach(row -> found.computeIfAbsent(row.text("clientId"), id -> new ArrayList<>())
                        .add(row));
        var balances = new HashMap<String, Balance>();
        for (var id : clientIds) {
            balances.put(id, balance(id, found.getOrDefault(id, List.of()), now));
        }
        return balances;
    }

    /** Lines in their order, a page of them handed on as they arrive; returns how many there were. */
    long eachInOrder(long after, int limit, Consumer<RewardEntry> reader) {
        var count = new long[1];
        graph.each("reward/in-order", Map.of("after", after, "limit", Math.min(limit, MOST_LINES)), row -> {
            reader.accept(RewardEntry.of(row));
            count[0]++;
        });
        return count[0];
    }

    /** Takes the lock that lines are posted under, until the transaction ends. */
    long lock() {
        return graph.one("reward/lock-ledger", Map.of(), row -> row.number("sequence"))
                .orElseThrow();
    }

    /** Posts lines at the end of the ledger, in the current transaction; the store refuses a key that was posted before. */
    List<RewardEntry> post(List<NewEntry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        var sequence = lock();
        var posted = new ArrayList<RewardEntry>();
        for (var entry : entries) {
            sequence = Math.addExact(sequence, 1);
            posted.add(entry.at(UUID.randomUUID().toString(), sequence, "KR-%08d".formatted(sequence)));
        }
        graph.run(
                "reward/post",
                Map.of("entries", posted.stream().map(RewardEntry::properties).toList(), "last", sequence));
        graph.afterCommit(() -> posted.forEach(this::count));
        return posted;
    }

    /**
     * Takes back what is left of a referral's rewards, for a reason somebody has looked into; prizes stay.
     *
     * @return the lines that take back, none where nothing is left
     */
    public List<RewardEntry> takeBack(String referralId, String reason, String postedBy) {
        return graph.write(() -> {
            var posted = takeBack(
                    referralId, RewardEntry.Cause.ADJUSTED, UUID.randomUUID().toString(), postedBy);
            posted.forEach(entry -> note(entry.id(), reason));
            return posted;
        });
    }

    /** Takes back what is left of a referral's rewards, once for an occasion. */
    List<RewardEntry> takeBack(String referralId, RewardEntry.Cause cause, String occasion, String postedBy) {
        lock();
        var lines = new ArrayList<NewEntry>();
        for (var side : sides(ofReferral(referralId))) {
            if (side.proof().basis() != RewardBasis.PRIZE && side.stand() > 0) {
                var key = "%s|%s|%s".formatted(side.gain().key(), cause, occasion);
                lines.add(NewEntry.takingBack(
                        key, cause, side.gain(), side.stand(), side.stand(), clock.instant(), postedBy));
            }
        }
        return post(lines);
    }

    /** Keeps why a line was posted, apart from it. */
    void note(String entryId, String reason) {
        graph.run("reward/note-reason", Map.of("entryId", entryId, "reason", reason));
    }

    /** Why lines were posted, as far as somebody said. */
    Map<String, String> reasons(Collection<String> ids) {
        var reasons = new HashMap<String, String>();
        graph.each(
                "reward/reasons",
                Map.of("ids", List.copyOf(ids)),
                row -> reasons.put(row.text("id"), row.text("reason")));
        return reasons;
    }

    /** What was gained, a side of a decision each, and how it stands after all that was taken back of it. */
    static List<Side> sides(List<RewardEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.proof() != null)
                .collect(groupingBy(Ledger::side, LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(Side::of)
                .flatMap(Optional::stream)
                .toList();
    }

    private static String side(RewardEntry entry) {
        var proof = entry.proof();
        return proof == null ? "" : proof.decision() + "|" + proof.side();
    }

    private void count(RewardEntry entry) {
        if (entry.isGain()) {
            metrics.counter("kith.rewards.accruals", "kind", entry.kind().name())
                    .increment();
        }
    }

    private static Balance balance(String id, List<Row> rows, Instant now) {
        var kinds = rows.stream()
                .map(row -> new Balance.OfKind(
                        RewardKind.valueOf(row.text("kind")),
                        row.number("available"),
                        row.number("pending"),
                        row.number("redeemed")))
                .toList();
        var entries = rows.stream().mapToLong(row -> row.number("entries")).sum();
        var asOf = rows.isEmpty() ? now : rows.get(0).instant("asOf");
        return new Balance(id, kinds, entries, asOf);
    }

    private static Connection<RewardEntry> connection(List<RewardEntry> found, Paging paging) {
        return Connection.of(found, paging, entry -> String.valueOf(entry.sequence()), null);
    }

    private OffsetDateTime begin(LocalDate day) {
        return clinic.startOf(day).atOffset(ZoneOffset.UTC);
    }

    private static long sequence(@Nullable String after, long without) {
        try {
            return after == null ? without : Long.parseLong(after);
        } catch (NumberFormatException foreign) {
            throw new InvalidInput("The cursor does not belong to the ledger.");
        }
    }

    /**
     * One side of a decision.
     *
     * @param gain the line it was gained by
     * @param stand the sum of all its lines
     */
    record Side(RewardEntry gain, Proof proof, long stand) {

        private static Optional<Side> of(List<RewardEntry> lines) {
            var gain = lines.stream().filter(RewardEntry::isGain).findFirst().orElse(null);
            if (gain == null || gain.proof() == null) {
                return Optional.empty();
            }
            var stand = lines.stream().mapToLong(RewardEntry::amount).reduce(0, Math::addExact);
            return Optional.of(new Side(gain, gain.proof(), stand));
        }
    }
}
