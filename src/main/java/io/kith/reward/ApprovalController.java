package io.kith.reward;

import graphql.schema.DataFetchingEnvironment;
import io.kith.client.Client;
import io.kith.client.ClientFields;
import io.kith.edge.Connection;
import io.kith.edge.Money;
import io.kith.edge.Paging;
import io.kith.reward.RewardApproval.Status;
import java.math.BigDecimal;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class ApprovalController {

    private final Payouts payouts;
    private final Ledger ledger;
    private final ClientFields fields;
    private final RewardUnits units;

    ApprovalController(Payouts payouts, Ledger ledger, ClientFields fields, RewardUnits units) {
        this.payouts = payouts;
        this.ledger = ledger;
        this.fields = fields;
        this.units = units;
    }

    @QueryMapping
    Connection<RewardApproval> rewardApprovals(
            @Argument @Nullable Status status, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        return payouts.approvals(status, Paging.of(first, after));
    }

    @MutationMapping
    RewardRequest redeemReward(@Argument RedeemRewardInput input) {
        return payouts.redeem(input.wanted(), input.idempotencyKey());
    }

    @MutationMapping
    RewardRequest adjustReward(@Argument AdjustRewardInput input) {
        return payouts.adjust(input.entryId(), input.amount(), input.reason(), input.idempotencyKey());
    }

    @MutationMapping
    RewardApproval approveReward(@Argument ApproveRewardInput input) {
        return payouts.approve(input.approvalId(), input.idempotencyKey());
    }

    @MutationMapping
    RewardApproval rejectReward(@Argument RejectRewardInput input) {
        return payouts.reject(input.approvalId(), input.reason(), input.idempotencyKey());
    }

    @SchemaMapping
    CompletableFuture<Client> client(
            RewardApproval approval, DataFetchingEnvironment environment, DataLoader<String, Client> loader) {
        return fields.of(approval.clientId(), environment, loader);
    }

    @SchemaMapping
    BigDecimal amount(RewardApproval approval) {
        return units.of(approval.kind(), approval.amount());
    }

    @SchemaMapping
    @Nullable
    Money money(RewardApproval approval) {
        return units.moneyOrNull(approval.kind(), approval.amount());
    }

    @SchemaMapping
    BigDecimal approvalAbove(RewardApproval approval) {
        return units.of(approval.kind(), approval.approvalAbove());
    }

    @SchemaMapping
    Balance balance(RewardApproval approval) {
        return ledger.balance(approval.clientId());
    }

    @SchemaMapping
    Connection<RewardEntry> proof(
            RewardApproval approval, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        var paging = Paging.of(first, after);
        var adjusted = approval.entryToAdjust() == null
                ? null
                : ledger.byId(approval.entryToAdjust()).orElse(null);
        if (adjusted == null || adjusted.proof() == null) {
            return ledger.page(new RewardEntryFilter(approval.clientId(), null, null, null, approval.kind()), paging);
        }
        var referral = adjusted.proof().referralId();
        return ledger.page(
                new RewardEntryFilter(
                        approval.clientId(), referral, adjusted.proof().visitId(), null, approval.kind()),
                paging);
    }

    @SchemaMapping
    @Nullable
    RewardEntry entry(RewardApproval approval) {
        return approval.entryId() == null
                ? null
                : ledger.byId(approval.entryId()).orElse(null);
    }

    record RedeemRewardInput(
            String clientId,
            RewardKind kind,
            BigDecimal amount,
            @Nullable String accountingReference,
            @Nullable String costCentre,
            @Nullable String taxRecord,
            @Nullable String idempotencyKey) {

        Payouts.Wanted wanted() {
            return new Payouts.Wanted(clientId, kind, amount, accountingReference, costCentre, taxRecord);
        }
    }

    record AdjustRewardInput(
            String entryId,
            BigDecimal amount,
            String reason,
            @Nullable String idempotencyKey) {}

    record ApproveRewardInput(String approvalId, @Nullable String idempotencyKey) {}

    record RejectRewardInput(
            String approvalId, String reason, @Nullable String idempotencyKey) {}
}
