package io.kith.reward;

import graphql.schema.DataFetchingEnvironment;
import io.kith.access.CurrentRequest;
import io.kith.client.Client;
import io.kith.client.ClientFields;
import io.kith.client.Clients;
import io.kith.edge.Connection;
import io.kith.edge.Money;
import io.kith.edge.Paging;
import io.kith.job.Job;
import io.kith.job.Jobs;
import io.kith.referral.Referral;
import io.kith.referral.Referrals;
import io.kith.visit.Visit;
import io.kith.visit.Visits;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class RewardController {

    private final Ledger ledger;
    private final LedgerFile file;
    private final Decisions decisions;
    private final Reconciliations reconciliations;
    private final StaffClients staffClients;
    private final Referrals referrals;
    private final Visits visits;
    private final Clients clients;
    private final ClientFields fields;
    private final Jobs jobs;
    private final RewardUnits units;
    private final Clock clock;

    RewardController(
            Ledger ledger,
            LedgerFile file,
            Decisions decisions,
            Reconciliations reconciliations,
            StaffClients staffClients,
            Referrals referrals,
            Visits visits,
            Clients clients,
            ClientFields fields,
            Jobs jobs,
            RewardUnits units,
            Clock clock) {
        this.ledger = ledger;
        this.file = file;
        this.decisions = decisions;
        this.reconciliations = reconciliations;
        this.staffClients = staffClients;
        this.referrals = referrals;
        this.visits = visits;
        this.clients = clients;
        this.fields = fields;
        this.jobs = jobs;
        this.units = units;
        this.clock = clock;
    }

    @QueryMapping
    Connection<RewardEntry> rewardEntries(
            @Argument @Nullable RewardEntryFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        return ledger.page(filter == null ? RewardEntryFilter.NONE : filter, Paging.of(first, after));
    }

    @QueryMapping
    @Nullable
    RewardEntry rewardEntry(@Argument String id) {
        return ledger.byId(id).orElse(null);
    }

    @QueryMapping
    @Nullable
    RewardDecision rewardDecision(@Argument String id) {
        return ledger.byId(id).map(decisions::replay).orElse(null);
    }

    @QueryMapping
    Reconciliation.Verdict reconcileRewards() {
        return reconciliations.run();
    }

    @QueryMapping
    LedgerFile.Part exportLedger(
            @Argument long afterSequence, @Argument int first, DataFetchingEnvironment environment) {
        var part = file.part(afterSequence, first);
        part.clientIds().forEach(id -> CurrentRequest.touches(environment, id));
        return part;
    }

    @MutationMapping
    Job accrueRewards() {
        return jobs.start(AccrualJob.NAME, null);
    }

    @MutationMapping
    Client declareStaffClient(@Argument DeclareStaffClientInput input) {
        staffClients.declare(input.clientId(), input.staffId(), input.works(), input.idempotencyKey());
        return clients.known(input.clientId());
    }

    @BatchMapping(typeName = "Client", field = "rewardBalance")
    Map<Client, Balance> rewardBalance(List<Client> asked) {
        var balances = ledger.balances(asked.stream().map(Client::id).toList());
        var found = new HashMap<Client, Balance>();
        asked.forEach(client -> found.put(client, balances.get(client.id())));
        return found;
    }

    @BatchMapping(typeName = "Client", field = "worksHere")
    Map<Client, Boolean> worksHere(List<Client> asked) {
        var working = staffClients.among(asked.stream().map(Client::id).toList());
        var found = new HashMap<Client, Boolean>();
        asked.forEach(client -> found.put(client, working.contains(client.id())));
        return found;
    }

    @SchemaMapping(typeName = "Client", field = "rewardEntries")
    Connection<RewardEntry> entriesOf(
            Client client, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        return ledger.page(RewardEntryFilter.of(client.id()), Paging.of(first, after));
    }

    @SchemaMapping(typeName = "Client")
    Statement rewardStatement(Client client, @Argument LocalDate from, @Argument LocalDate to) {
        return Statement.of(client.id(), from, to);
    }

    @SchemaMapping(typeName = "RewardStatement", field = "entries")
    Connection<RewardEntry> entriesOf(
            Statement statement, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        return ledger.statement(statement.clientId(), statement.from(), statement.to(), Paging.of(first, after));
    }

    @SchemaMapping(typeName = "RewardStatement")
    List<KindSum> opening(Statement statement) {
        return sums(ledger.sumsBefore(statement.clientId(), statement.from()));
    }

    @SchemaMapping(typeName = "RewardStatement")
    List<KindSum> closing(Statement statement) {
        return sums(ledger.sumsBefore(statement.clientId(), statement.to().plusDays(1)));
    }

    @SchemaMapping(typeName = "RewardReconciliation")
    List<KindSum> totals(Reconciliation.Verdict verdict) {
        return sums(verdict.sums());
    }

    @SchemaMapping(typeName = "RewardBalance")
    Money available(Balance balance) {
        return units.money(Math.addExact(
                balance.of(RewardKind.CASH).available(),
                balance.of(RewardKind.VOUCHER).available()));
    }

    @SchemaMapping(typeName = "RewardBalance")
    Money pending(Balance balance) {
        return units.money(Math.addExact(
                balance.of(RewardKind.CASH).pending(),
                balance.of(RewardKind.VOUCHER).pending()));
    }

    @SchemaMapping(typeName = "RewardBalance")
    Money redeemed(Balance balance) {
        return units.money(Math.addExact(
                balance.of(RewardKind.CASH).redeemed(),
                balance.of(RewardKind.VOUCHER).redeemed()));
    }

    @SchemaMapping(typeName = "RewardBalance")
    long availablePoints(Balance balance) {
        return balance.of(RewardKind.POINTS).available();
    }

    @SchemaMapping(typeName = "RewardBalance")
    long pendingPoints(Balance balance) {
        return balance.of(RewardKind.POINTS).pending();
    }

    @SchemaMapping(typeName = "RewardBalance")
    long redeemedPoints(Balance balance) {
        return balance.of(RewardKind.POINTS).redeemed();
    }

    @SchemaMapping(typeName = "RewardBalance")
    long recognitions(Balance balance) {
        return balance.of(RewardKind.RECOGNITION).total();
    }

    @SchemaMapping(typeName = "RewardKindBalance", field = "available")
    BigDecimal availableOf(Balance.OfKind balance) {
        return units.of(balance.kind(), balance.available());
    }

    @SchemaMapping(typeName = "RewardKindBalance", field = "pending")
    BigDecimal pendingOf(Balance.OfKind balance) {
        return units.of(balance.kind(), balance.pending());
    }

    @SchemaMapping(typeName = "RewardKindBalance", field = "redeemed")
    BigDecimal redeemedOf(Balance.OfKind balance) {
        return units.of(balance.kind(), balance.redeemed());
    }

    @SchemaMapping(typeName = "RewardKindBalance", field = "total")
    BigDecimal totalOf(Balance.OfKind balance) {
        return units.of(balance.kind(), balance.total());
    }

    @SchemaMapping(typeName = "RewardEntry", field = "client")
    CompletableFuture<Client> clientOf(
            RewardEntry entry, DataFetchingEnvironment environment, DataLoader<String, Client> loader) {
        return fields.of(entry.clientId(), environment, loader);
    }

    @SchemaMapping(typeName = "RewardEntry")
    BigDecimal amount(RewardEntry entry) {
        return units.of(entry.kind(), entry.amount());
    }

    @SchemaMapping(typeName = "RewardEntry")
    @Nullable
    Money money(RewardEntry entry) {
        return units.moneyOrNull(entry.kind(), entry.amount());
    }

    @SchemaMapping(typeName = "RewardEntry")
    State state(RewardEntry entry) {
        return entry.availableAt().isAfter(clock.instant()) ? State.PENDING : State.AVAILABLE;
    }

    @BatchMapping(typeName = "RewardEntry")
    Map<RewardEntry, @Nullable RewardEntry> corrects(List<RewardEntry> entries) {
        var ids = entries.stream()
                .map(RewardEntry::corrects)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var corrected = ledger.byIds(ids);
        var found = new HashMap<RewardEntry, @Nullable RewardEntry>();
        entries.forEach(entry -> found.put(entry, entry.corrects() == null ? null : corrected.get(entry.corrects())));
        return found;
    }

    @BatchMapping(typeName = "RewardEntry")
    Map<RewardEntry, @Nullable String> reason(List<RewardEntry> entries) {
        var reasons = ledger.reasons(entries.stream().map(RewardEntry::id).toList());
        var found = new HashMap<RewardEntry, @Nullable String>();
        entries.forEach(entry -> found.put(entry, reasons.get(entry.id())));
        return found;
    }

    @BatchMapping(typeName = "RewardProof")
    Map<Proof, Referral> referral(List<Proof> proofs) {
        var named = referrals.byIds(
                proofs.stream().map(Proof::referralId).distinct().toList());
        var found = new HashMap<Proof, Referral>();
        proofs.forEach(proof -> found.put(proof, named.get(proof.referralId())));
        return found;
    }

    @SchemaMapping(typeName = "RewardProof", field = "referrer")
    CompletableFuture<Client> referrerOf(
            Proof proof, DataFetchingEnvironment environment, DataLoader<String, Client> loader) {
        return fields.of(proof.referrerId(), environment, loader);
    }

    @SchemaMapping(typeName = "RewardProof", field = "friend")
    CompletableFuture<Client> friendOf(
            Proof proof, DataFetchingEnvironment environment, DataLoader<String, Client> loader) {
        return fields.of(proof.friendId(), environment, loader);
    }

    @SchemaMapping(typeName = "RewardProof")
    @Nullable
    Visit visit(Proof proof) {
        return proof.visitId() == null ? null : visits.byId(proof.visitId()).orElse(null);
    }

    @SchemaMapping(typeName = "RewardProof")
    Money base(Proof proof) {
        return units.money(proof.base());
    }

    @SchemaMapping(typeName = "RewardProof")
    Money spendBefore(Proof proof) {
        return units.money(proof.spendBefore());
    }

    @SchemaMapping(typeName = "RewardProof")
    @Nullable
    BigDecimal percent(Proof proof) {
        return proof.basisPoints() == null ? null : RewardUnits.percent(proof.basisPoints());
    }

    @SchemaMapping(typeName = "RewardProof")
    BigDecimal whole(Proof proof) {
        return units.of(proof.kind(), proof.whole());
    }

    @SchemaMapping(typeName = "RewardProof")
    BigDecimal uncapped(Proof proof) {
        return units.of(proof.kind(), proof.uncapped());
    }

    @SchemaMapping(typeName = "RewardProof")
    @Nullable
    BigDecimal perReferral(Proof proof) {
        return units.ofNullable(proof.kind(), proof.perReferral());
    }

    @SchemaMapping(typeName = "RewardProof")
    @Nullable
    BigDecimal perPeriod(Proof proof) {
        return units.ofNullable(proof.kind(), proof.perPeriod());
    }

    @SchemaMapping(typeName = "RewardDecision", field = "amount")
    BigDecimal amountOf(RewardDecision decision) {
        return units.of(decision.entry().kind(), decision.amount());
    }

    private List<KindSum> sums(Map<RewardKind, Long> sums) {
        return sums.entrySet().stream()
                .map(sum -> new KindSum(sum.getKey(), units.of(sum.getKey(), sum.getValue())))
                .toList();
    }

    record DeclareStaffClientInput(
            String clientId,
            String staffId,
            boolean works,
            @Nullable String idempotencyKey) {}

    record KindSum(RewardKind kind, BigDecimal amount) {}

    /** Whether a line is inside the refund window. */
    enum State {
        PENDING,
        AVAILABLE
    }
}
