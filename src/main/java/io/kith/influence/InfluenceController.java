package io.kith.influence;

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
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class InfluenceController {

    private final Influences influences;
    private final InfluenceRuns runs;
    private final InfluenceRules rules;
    private final ClientFields fields;
    private final Clinic clinic;

    InfluenceController(
            Influences influences, InfluenceRuns runs, InfluenceRules rules, ClientFields fields, Clinic clinic) {
        this.influences = influences;
        this.runs = runs;
        this.rules = rules;
        this.fields = fields;
        this.clinic = clinic;
    }

    @QueryMapping
    InfluenceConnection influenceRanking(
            @Argument InfluenceMeasure by,
            @Argument @Nullable Map<String, Object> filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        return influences.ranking(by, filter == null ? Map.of() : filter, Paging.of(first, after));
    }

    @QueryMapping
    @Nullable
    InfluenceRun influenceRun() {
        return runs.latest().orElse(null);
    }

    @QueryMapping
    Connection<InfluenceRule> influenceRules(@Argument @Nullable Integer first, @Argument @Nullable String after) {
        return rules.page(Paging.of(first, after));
    }

    @MutationMapping
    Job startInfluenceRun() {
        return runs.start();
    }

    @MutationMapping
    InfluenceRule proposeInfluenceRule(@Argument ProposeInfluenceRuleInput input) {
        return rules.propose(input.rule(), input.idempotencyKey());
    }

    @MutationMapping
    InfluenceRule adoptInfluenceRule(@Argument AdoptInfluenceRuleInput input) {
        return rules.adopt(input.version(), input.idempotencyKey());
    }

    @SchemaMapping
    Column scores(NetworkMap map) {
        return influences.scores(map);
    }

    @SchemaMapping
    @Nullable
    Influence influence(Client client) {
        return influences.of(client.id());
    }

    @SchemaMapping(typeName = "Influence", field = "client")
    CompletableFuture<Client> clientOfInfluence(
            Influence influence, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(influence.clientId(), environment, clients);
    }

    @SchemaMapping
    List<Influence.Branch> byBranch(Influence influence, @Argument @Nullable Integer first) {
        return influences.branches(influence.clientId(), Paging.of(first, null).first());
    }

    @SchemaMapping
    Money downstreamValue(Influence influence) {
        return clinic.money(influences.downstreamValue(influence.clientId()));
    }

    @SchemaMapping
    Money directCredit(Influence influence) {
        return clinic.money(influences.directCredit(influence.clientId()));
    }

    @SchemaMapping
    Money chainCredit(Influence influence) {
        return clinic.money(influences.chainCredit(influence.clientId()));
    }

    @SchemaMapping
    double raw(InfluenceComponent component) {
        return component.name() == InfluenceComponentName.DOWNSTREAM_VALUE
                ? component.raw() / Math.pow(10, clinic.currency().getDefaultFractionDigits())
                : component.raw();
    }

    @SchemaMapping(typeName = "InfluenceBranch", field = "client")
    CompletableFuture<Client> clientOfBranch(
            Influence.Branch branch, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(branch.clientId(), environment, clients);
    }

    @SchemaMapping(typeName = "InfluenceBranch", field = "value")
    Money valueOfBranch(Influence.Branch branch) {
        return clinic.money(Math.round(branch.value()));
    }

    @SchemaMapping
    RulePreview preview(InfluenceRule rule, @Argument @Nullable Integer top) {
        return influences.preview(rule, Paging.of(top, null).first());
    }

    @SchemaMapping
    CompletableFuture<List<Client>> entrants(RulePreview preview, DataLoader<String, Client> clients) {
        return clients.loadMany(preview.entrants());
    }

    @SchemaMapping
    CompletableFuture<List<Client>> leavers(RulePreview preview, DataLoader<String, Client> clients) {
        return clients.loadMany(preview.leavers());
    }

    record ProposeInfluenceRuleInput(
            @Nullable Double gamma,
            @Nullable Double z,
            @Nullable Double damping,
            InfluenceRule.@Nullable Weights weights,
            InfluenceRule.@Nullable Ties ties,
            @Nullable String note,
            @Nullable String idempotencyKey) {

        NewInfluenceRule rule() {
            return new NewInfluenceRule(gamma, z, damping, weights, ties, note);
        }
    }

    record AdoptInfluenceRuleInput(int version, @Nullable String idempotencyKey) {}
}
