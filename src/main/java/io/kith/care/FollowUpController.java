package io.kith.care;

import graphql.schema.DataFetchingEnvironment;
import io.kith.client.Client;
import io.kith.client.ClientFields;
import io.kith.edge.Connection;
import io.kith.edge.Paging;
import io.kith.practice.Staff;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class FollowUpController {

    private final FollowUps followUps;
    private final ClientFields fields;
    private final Clock clock;

    FollowUpController(FollowUps followUps, ClientFields fields, Clock clock) {
        this.followUps = followUps;
        this.fields = fields;
        this.clock = clock;
    }

    @QueryMapping
    Connection<FollowUp> followUps(
            @Argument @Nullable LocalDate due,
            @Argument @Nullable String staff,
            @Argument @Nullable Boolean overdue,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        return followUps.due(due, staff, overdue, Paging.of(first, after));
    }

    @QueryMapping
    Connection<FollowUp> missedFollowUps(
            @Argument String managerId, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        return followUps.missed(managerId, Paging.of(first, after));
    }

    @QueryMapping
    List<FollowUpPlan> followUpPlans() {
        return followUps.plans();
    }

    @MutationMapping
    FollowUp completeFollowUp(@Argument CompleteFollowUpInput input) {
        return followUps.complete(
                input.followUpId(), input.staffId(), input.outcome(), input.note(), input.idempotencyKey());
    }

    @MutationMapping
    FollowUpPlan setFollowUpPlan(@Argument SetFollowUpPlanInput input) {
        return followUps.setPlan(
                new FollowUpPlan(input.category(), input.hours(), input.days(), input.monthsBeforeEffectEnds()),
                input.idempotencyKey());
    }

    @SchemaMapping(typeName = "Client", field = "followUps")
    Connection<FollowUp> followUpsOfClient(
            Client client, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        return followUps.of(client.id(), Paging.of(first, after));
    }

    @SchemaMapping
    FollowUp.State state(FollowUp followUp) {
        return followUp.state(clock.instant());
    }

    @SchemaMapping(typeName = "FollowUp", field = "client")
    CompletableFuture<Client> clientOfFollowUp(
            FollowUp followUp, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(followUp.clientId(), environment, clients);
    }

    @SchemaMapping(typeName = "FollowUp", field = "owner")
    @Nullable
    CompletableFuture<Staff> ownerOfFollowUp(FollowUp followUp, DataLoader<String, Staff> staff) {
        return followUp.ownerId() == null ? null : staff.load(followUp.ownerId());
    }

    @SchemaMapping
    @Nullable
    CompletableFuture<Staff> doneBy(FollowUp followUp, DataLoader<String, Staff> staff) {
        return followUp.doneById() == null ? null : staff.load(followUp.doneById());
    }

    @SchemaMapping
    @Nullable
    Integer monthsBeforeEffectEnds(FollowUpPlan plan) {
        return plan.monthsBeforeEnd();
    }

    record CompleteFollowUpInput(
            String followUpId,
            String staffId,
            FollowUp.Outcome outcome,
            @Nullable String note,
            @Nullable String idempotencyKey) {}

    record SetFollowUpPlanInput(
            @Nullable String category,
            List<Integer> hours,
            List<Integer> days,
            @Nullable Integer monthsBeforeEffectEnds,
            @Nullable String idempotencyKey) {}
}
