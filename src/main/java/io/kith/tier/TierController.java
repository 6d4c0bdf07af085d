package io.kith.tier;

import graphql.schema.DataFetchingEnvironment;
import io.kith.client.Client;
import io.kith.client.ClientFields;
import io.kith.edge.Clinic;
import io.kith.edge.Column;
import io.kith.edge.Connection;
import io.kith.edge.Money;
import io.kith.edge.Paging;
import io.kith.job.Job;
import io.kith.referral.NetworkMap;
import java.util.List;
import java.util.Map;
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
class TierController {

    private final Tiers tiers;
    private final TierRuns runs;
    private final TierReasons reasons;
    private final ClientFields fields;
    private final Clinic clinic;

    TierController(Tiers tiers, TierRuns runs, TierReasons reasons, ClientFields fields, Clinic clinic) {
        this.tiers = tiers;
        this.runs = runs;
        this.reasons = reasons;
        this.fields = fields;
        this.clinic = clinic;
    }

    @QueryMapping
    @Nullable
    TierRun tierRun(@Argument @Nullable String id) {
        return (id == null ? runs.latest() : runs.byId(id)).orElse(null);
    }

    @QueryMapping
    Connection<TierRun> tierRuns(@Argument @Nullable Integer first, @Argument @Nullable String after) {
        return runs.page(Paging.of(first, after));
    }

    @QueryMapping
    List<TierShare> tierDistribution() {
        return tiers.distribution();
    }

    @QueryMapping
    Connection<TierDecision> tierMembers(
            @Argument @Nullable Tier tier,
            @Argument @Nullable Boolean potential,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        return tiers.members(tier, potential, Paging.of(first, after));
    }

    @QueryMapping
    @Nullable
    TierDecision tierDecision(@Argument String id) {
        return tiers.decision(id).orElse(null);
    }

    @QueryMapping
    @Nullable
    TierExplanation tierExplanation(@Argument String clientId) {
        return reasons.explanation(clientId).orElse(null);
    }

    @QueryMapping
    @Nullable
    TierReplay tierReplay(@Argument String runId) {
        return reasons.replay(runId).orElse(null);
    }

    @MutationMapping
    Job startTierRun() {
        return runs.start();
    }

    @SchemaMapping
    @Nullable
    TierAssignment tier(Client client) {
        return tiers.of(client.id()).orElse(null);
    }

    @SchemaMapping(typeName = "NetworkMap", field = "tiers")
    Column tiersOfMap(NetworkMap map) {
        return map.column(tiers.of(map.ids()));
    }

    @SchemaMapping
    Connection<TierAssignment> tierHistory(
            Client client, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        return tiers.history(client.id(), Paging.of(first, after));
    }

    @BatchMapping(typeName = "TierAssignment", field = "decision")
    Map<TierAssignment, TierDecision> decisionsOfAssignments(List<TierAssignment> assignments) {
        return tiers.decisions(assignments);
    }

    @SchemaMapping
    List<TierCriterionScore> criteria(TierDecision decision) {
        return reasons.criteria(decision);
    }

    @SchemaMapping(typeName = "TierShare", field = "netRevenue")
    Money netRevenueOfShare(TierShare share) {
        return clinic.money(share.netRevenue());
    }

    @SchemaMapping
    CompletableFuture<List<Client>> first(TierReplay replay, DataLoader<String, Client> clients) {
        return clients.loadMany(replay.first());
    }

    @SchemaMapping(typeName = "TierAssignment", field = "client")
    CompletableFuture<Client> clientOfAssignment(
            TierAssignment assignment, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(assignment.clientId(), environment, clients);
    }

    @SchemaMapping(typeName = "TierDecision", field = "client")
    CompletableFuture<Client> clientOfDecision(
            TierDecision decision, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(decision.clientId(), environment, clients);
    }

    @SchemaMapping(typeName = "TierExplanation", field = "client")
    CompletableFuture<Client> clientOfExplanation(
            TierExplanation explanation, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(explanation.clientId(), environment, clients);
    }
}
