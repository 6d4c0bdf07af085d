package io.kith.reward;

import io.kith.client.Clients;
import io.kith.edge.Clinic;
import io.kith.edge.Connection;
import io.kith.edge.InvalidInput;
import io.kith.edge.NotFound;
import io.kith.edge.Paging;
import io.kith.edge.Shown;
import io.kith.graph.Caller;
import io.kith.graph.Graph;
import io.kith.graph.Once;
import io.kith.reward.RewardApproval.Action;
import io.kith.reward.RewardApproval.Status;
import io.kith.reward.RewardEntry.Cause;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What leaves the ledger by hand: redemptions and adjustments, those of high value by two persons. */
@Component
public class Payouts {

    private static final Duration COUNTED_TOGETHER = Duration.ofHours(24);
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_REASON = 500;

    private final Graph graph;
    private final Once once;
    private final Ledger ledger;
    private final Packs packs;
    private final Clients clients;
    private final Clinic clinic;
    private final Clock clock;
    private final Caller caller;
    private final ObjectProvider<PayoutHolds> holds;

    Payouts(
            Graph graph,
            Once once,
            Ledger ledger,
            Packs packs,
            Clients clients,
            Clinic clinic,
            Clock clock,
            Caller caller,
            ObjectProvider<PayoutHolds> holds) {
        this.graph = graph;
        this.once = once;
        this.ledger = ledger;
        this.packs = packs;
        this.clients = clients;
        this.clinic = clinic;
        this.clock = clock;
        this.caller = caller;
        this.holds = holds;
    }

    /** A redemption about to be asked for; the amount in the unit of its kind. */
    public record Wanted(
            String clientId,
            RewardKind kind,
            BigDecimal amount,
            @Nullable String accountingReference,
            @Nullable String costCentre,
            @Nullable String taxRecord) {}

    /**
     * Pays out of a client's available balance, or asks for a second person where it is above the pack's threshold,
     * together with what she redeemed in the last 24 hours.
     *
     * @throws RewardRejected while rewards are off, for a kind the pack does not pay, or beyond what is available
     */
    public RewardRequest redeem(Wanted wanted, @Nullable String idempotencyKey) {
        return keyed("redeemReward", wanted, idempotencyKey, () -> redeemNow(wanted));
    }

    /**
     * Takes back part of what one line gained, or asks for a second person where it is above the pack's threshold.
     *
     * @throws RewardRejected beyond what is left of the line
     */
    public RewardRequest adjust(String entryId, BigDecimal amount, String reason, @Nullable String idempotencyKey) {
        checkText("reason", reason, LONGEST_REASON);
        var input = List.of(entryId, amount.stripTrailingZeros(), reason);
        return keyed("adjustReward", input, idempotencyKey, () -> adjustNow(entryId, amount, reason));
    }

    /**
     * Lets happen what another person asked for.
     *
     * @throws RewardRejected for the one who asked, or where it was settled already
     */
    public RewardApproval approve(String approvalId, @Nullable String idempotencyKey) {
        return once.apply(
                idempotencyKey,
                "approveReward",
                approvalId,
                RewardApproval::id,
                this::knownApproval,
                () -> approveNow(approvalId));
    }

    /** Turns down what was asked for. */
    public RewardApproval reject(String approvalId, String reason, @Nullable String idempotencyKey) {
        checkText("reason", reason, LONGEST_REASON);
        return once.apply(
                idempotencyKey,
                "rejectReward",
                List.of(approvalId, reason),
                RewardApproval::id,
                this::knownApproval,
                () -> {
                    ledger.lock();
                    return decide(pending(approvalId), Status.REJECTED, reason, null);
                });
    }

    public Optional<RewardApproval> approval(String id) {
        return graph.one("reward/approval", Map.of("id", id), RewardApproval::of);
    }

    /** What needs a second person, of one status where that is given, latest first, one page. */
    public Connection<RewardApproval> approvals(@Nullable Status status, Paging paging) {
        var after = paging.after() == null ? LATEST + " " : paging.after();
        var cut = after.indexOf(' ');
        var parameters = new HashMap<String, Object>();
        parameters.put("status", status == null ? null : status.name());
        parameters.put("beforeAt", instant(cut < 0 ? after : after.substring(0, cut)));
        parameters.put("beforeId", after.substring(cut + 1));
        parameters.put("limit", paging.oneMore());
        var found = graph.list("reward/approvals", parameters, RewardApproval::of);
        return Connection.of(found, paging, one -> one.requestedAt() + " " + one.id(), null);
    }

    private RewardRequest redeemNow(Wanted wanted) {
        clients.known(wanted.clientId());
        ledger.lock();
        var pack = packs.required().pack();
        var threshold = threshold(wanted.kind(), pack);
        var amount = minor(wanted.kind(), wanted.amount());
        checkAccounting(wanted, pack);
        var asOf = checkBalance(wanted.clientId(), wanted.kind(), amount);
        var together = Math.addExact(amount, redeemedLately(wanted, asOf));
        if (together > threshold) {
            return request(Action.REDEMPTION, wanted, amount, threshold, null, null);
        }
        return new RewardRequest(payOut(wanted, amount, UUID.randomUUID().toString(), asOf), null);
    }

    private RewardRequest adjustNow(String entryId, BigDecimal wanted, String reason) {
        ledger.lock();
        var pack = packs.required().pack();
        var side = side(entryId);
        var kind = side.gain().kind();
        var amount = minor(kind, wanted);
        if (amount > side.stand()) {
            throw RewardRejected.beyondLine(entryId);
        }
        var limit = pack.limits(kind).approvalAbove();
        if (limit != null && amount > limit) {
            var asked = new Wanted(side.gain().clientId(), kind, wanted, null, null, null);
            return request(Action.ADJUSTMENT, asked, amount, limit, entryId, reason);
        }
        return new RewardRequest(takeBack(side, amount, UUID.randomUUID().toString(), reason), null);
    }

    private RewardApproval approveNow(String approvalId) {
        ledger.lock();
        var approval = pending(approvalId);
        if (approval.requestedBy().equals(caller.name())) {
            throw RewardRejected.samePerson();
        }
        var entry = approval.action() == Action.REDEMPTION ? payOut(approval) : takeBack(approval);
        return decide(approval, Status.APPROVED, null, entry.id());
    }

    private RewardEntry payOut(RewardApproval approval) {
        threshold(approval.kind(), packs.required().pack());
        var asOf = checkBalance(approval.clientId(), approval.kind(), approval.amount());
        var wanted = new Wanted(
                approval.clientId(),
                approval.kind(),
                BigDecimal.ZERO,
                approval.accountingReference(),
                approval.costCentre(),
                approval.taxRecord());
        return payOut(wanted, approval.amount(), approval.id(), asOf);
    }

    private RewardEntry takeBack(RewardApproval approval) {
        var entryId = String.valueOf(approval.entryToAdjust());
        var side = side(entryId);
        if (approval.amount() > side.stand()) {
            throw RewardRejected.beyondLine(entryId);
        }
        return takeBack(side, approval.amount(), approval.id(), String.valueOf(approval.reason()));
    }

    private RewardEntry payOut(Wanted wanted, long amount, String id, Instant at) {
        var entry = new NewEntry(
                "REDEMPTION|" + id,
                RewardEntryType.REDEMPTION,
                wanted.kind(),
                wanted.clientId(),
                Math.negateExact(amount),
                at,
                at,
                null,
                null,
                null,
                null,
                null,
                null,
                wanted.accountingReference(),
                wanted.costCentre(),
                wanted.taxRecord(),
                caller.name());
        return ledger.post(List.of(entry)).get(0);
    }

    private RewardEntry takeBack(Ledger.Side side, long amount, String id, String reason) {
        var key = "%s|%s|%s".formatted(side.gain().key(), Cause.ADJUSTED, id);
        var line = NewEntry.takingBack(
                key, Cause.ADJUSTED, side.gain(), amount, side.stand(), clock.instant(), caller.name());
        var posted = ledger.post(List.of(line)).get(0);
        ledger.note(posted.id(), reason);
        return posted;
    }

    private RewardRequest request(
            Action action,
            Wanted wanted,
            long amount,
            long threshold,
            @Nullable String entryToAdjust,
            @Nullable String reason) {
        var approval = new RewardApproval(
                UUID.randomUUID().toString(),
                Status.PENDING,
                action,
                wanted.clientId(),
                wanted.kind(),
                amount,
                caller.name(),
                clock.instant(),
                reason,
                threshold,
                entryToAdjust,
                wanted.accountingReference(),
                wanted.costCentre(),
                wanted.taxRecord(),
                null,
                null,
                null,
                null);
        var noted = graph.one("reward/request-approval", Map.of("approval", approval.properties()), RewardApproval::of)
                .orElseThrow();
        return new RewardRequest(null, noted);
    }

    private RewardApproval decide(
            RewardApproval approval, Status status, @Nullable String reason, @Nullable String entryId) {
        var parameters = new HashMap<String, Object>();
        parameters.put("id", approval.id());
        parameters.put("status", status.name());
        parameters.put("by", caller.name());
        parameters.put("reason", reason);
        parameters.put("now", clock.instant().atOffset(ZoneOffset.UTC));
        parameters.put("entryId", entryId);
        return graph.one("reward/decide-approval", parameters, RewardApproval::of)
                .orElseThrow();
    }

    private RewardApproval pending(String id) {
        var approval = knownApproval(id);
        if (approval.status() != Status.PENDING) {
            throw RewardRejected.settled(id, approval.status().name());
        }
        return approval;
    }

    private RewardApproval knownApproval(String id) {
        return approval(id).orElseThrow(() -> NotFound.of("request for approval", id));
    }

    /** The side of a decision that a line gained. */
    private Ledger.Side side(String entryId) {
        var entry = ledger.byId(entryId).orElseThrow(() -> NotFound.of("reward entry", entryId));
        var proof = entry.proof();
        if (proof == null || !entry.isGain()) {
            throw new InvalidInput("The line '%s' is no gain; only what was gained can be adjusted."
                    .formatted(Shown.shortly(entryId)));
        }
        return Ledger.sides(ledger.ofReferral(proof.referralId())).stream()
                .filter(side -> side.gain().id().equals(entryId))
                .findFirst()
                .orElseThrow();
    }

    private long threshold(RewardKind kind, Pack pack) {
        var threshold = pack.limits(kind).approvalAbove();
        if (threshold == null) {
            throw RewardRejected.notAllowed(kind, pack);
        }
        return threshold;
    }

    /** Refuses more than is available and not held; tells the instant that counts, which never runs backwards for a client. */
    private Instant checkBalance(String clientId, RewardKind kind, long amount) {
        var balance = ledger.balance(clientId);
        var held = held(clientId, kind, balance.asOf());
        if (amount > Math.subtractExact(balance.of(kind).available(), held)) {
            throw RewardRejected.beyondBalance(kind);
        }
        return balance.asOf();
    }

    /** What was posted before the referral it rests on came under review: it stays, and is not paid out meanwhile. */
    private long held(String clientId, RewardKind kind, Instant asOf) {
        var sums = new HashMap<String, Long>();
        graph.each(
                "reward/by-referral",
                Map.of("clientId", clientId, "kind", kind.name(), "asOf", asOf.atOffset(ZoneOffset.UTC)),
                row -> sums.put(row.text("referralId"), row.number("amount")));
        var held = new HashSet<String>();
        holds.forEach(hold -> held.addAll(hold.held(sums.keySet())));
        return held.stream()
                .mapToLong(referral -> Math.max(0, sums.getOrDefault(referral, 0L)))
                .reduce(0, Math::addExact);
    }

    private long redeemedLately(Wanted wanted, Instant asOf) {
        var parameters = Map.of(
                "clientId",
                wanted.clientId(),
                "kind",
                wanted.kind().name(),
                "since",
                asOf.minus(COUNTED_TOGETHER).atOffset(ZoneOffset.UTC));
        return graph.one("reward/redeemed-since", parameters, row -> row.number("amount"))
                .orElse(0L);
    }

    private long minor(RewardKind kind, BigDecimal amount) {
        var minor = kind.isMoney() ? clinic.minor("amount", amount) : whole(amount);
        if (minor <= 0) {
            throw new InvalidInput(
                    "amount is %s; it must be more than zero.".formatted(Shown.shortly(amount.toString())));
        }
        return minor;
    }

    private static long whole(BigDecimal amount) {
        if (amount.precision() - (long) amount.scale() > 15
                || amount.stripTrailingZeros().scale() > 0) {
            throw new InvalidInput(
                    "amount is %s; points are whole numbers.".formatted(Shown.shortly(amount.toString())));
        }
        return amount.longValueExact();
    }

    private static void checkAccounting(Wanted wanted, Pack pack) {
        checkOptional("accountingReference", wanted.accountingReference());
        checkOptional("costCentre", wanted.costCentre());
        checkOptional("taxRecord", wanted.taxRecord());
        for (var field : pack.accounting()) {
            var given = switch (field) {
                case REFERENCE -> wanted.accountingReference();
                case COST_CENTRE -> wanted.costCentre();
                case TAX_RECORD -> wanted.taxRecord();
            };
            if (given == null) {
                throw RewardRejected.needs(field, pack);
            }
        }
    }

    private static void checkOptional(String field, @Nullable String text) {
        if (text != null) {
            checkText(field, text, LONGEST_TEXT);
        }
    }

    private static void checkText(String field, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new InvalidInput("%s must have 1 to %d characters.".formatted(field, longest));
        }
    }

    private RewardRequest keyed(String mutation, Object input, @Nullable String key, Supplier<RewardRequest> work) {
        return once.apply(key, mutation, input, Payouts::remembered, this::again, work);
    }

    private static String remembered(RewardRequest request) {
        return request.entry() != null
                ? "entry " + request.entry().id()
                : request.approval() != null ? "approval " + request.approval().id() : "";
    }

    private RewardRequest again(String remembered) {
        var id = remembered.substring(remembered.indexOf(' ') + 1);
        return remembered.startsWith("entry ")
                ? new RewardRequest(ledger.byId(id).orElseThrow(), null)
                : new RewardRequest(null, knownApproval(id));
    }

    private static OffsetDateTime instant(String text) {
        try {
            return Instant.parse(text).atOffset(ZoneOffset.UTC);
        } catch (DateTimeException foreign) {
            throw new InvalidInput("The cursor does not belong to a list of requests.");
        }
    }
}
