package io.kith.plan;

import graphql.schema.DataFetchingEnvironment;
import io.kith.client.Client;
import io.kith.client.ClientFields;
import io.kith.edge.Clinic;
import io.kith.edge.Money;
import io.kith.plan.RewardPlan.Line;
import io.kith.plan.RewardPlan.Refused;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class PlanController {

    private final Plans plans;
    private final ClientFields fields;
    private final Clinic clinic;

    PlanController(Plans plans, ClientFields fields, Clinic clinic) {
        this.plans = plans;
        this.fields = fields;
        this.clinic = clinic;
    }

    @QueryMapping
    RewardPlan planRewards(@Argument PlanRewardsInput input) {
        return plans.plan(new PlanTerms(
                clinic.minor("budget", input.budget()),
                input.months(),
                input.candidateIds(),
                input.maxLift(),
                input.halfway(),
                input.margin()));
    }

    @SchemaMapping
    Money budget(RewardPlan plan) {
        return clinic.money(plan.budget());
    }

    @SchemaMapping(typeName = "RewardPlan", field = "expectedCost")
    Money costOfPlan(RewardPlan plan) {
        return clinic.money(plan.expectedCost());
    }

    @SchemaMapping(typeName = "RewardPlan", field = "expectedValue")
    Money valueOfPlan(RewardPlan plan) {
        return clinic.money(plan.expectedValue());
    }

    @SchemaMapping
    Money bound(RewardPlan plan) {
        return clinic.money(plan.bound());
    }

    @SchemaMapping(typeName = "RewardPlan", field = "wording")
    String wordingOfPlan(RewardPlan plan) {
        return RewardPlan.WORDING;
    }

    @SchemaMapping(typeName = "PlanLine", field = "client")
    CompletableFuture<Client> clientOfLine(
            Line line, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(line.clientId(), environment, clients);
    }

    @SchemaMapping(typeName = "PlanLine", field = "percent")
    @Nullable
    BigDecimal percentOfLine(Line line) {
        return line.basisPoints() == null ? null : BigDecimal.valueOf(line.basisPoints(), 2);
    }

    @SchemaMapping(typeName = "PlanLine", field = "perFriend")
    Money perFriendOfLine(Line line) {
        return clinic.money(line.perFriend());
    }

    @SchemaMapping(typeName = "PlanLine", field = "expectedCost")
    Money costOfLine(Line line) {
        return clinic.money(line.expectedCost());
    }

    @SchemaMapping(typeName = "PlanLine", field = "expectedValue")
    Money valueOfLine(Line line) {
        return clinic.money(line.expectedValue());
    }

    @SchemaMapping(typeName = "PlanRefused", field = "client")
    CompletableFuture<Client> clientOfRefused(
            Refused refused, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(refused.clientId(), environment, clients);
    }

    record PlanRewardsInput(
            BigDecimal budget,
            int months,
            @Nullable List<String> candidateIds,
            double maxLift,
            double halfway,
            double margin) {}
}
