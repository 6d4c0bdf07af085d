package io.kith.care;

import graphql.schema.DataFetchingEnvironment;
import io.kith.care.Complaints.Neighbour;
import io.kith.care.Complaints.NewFeedback;
import io.kith.care.Complaints.Step;
import io.kith.care.Feedback.Deadline;
import io.kith.client.Client;
import io.kith.client.ClientFields;
import io.kith.edge.Clinic;
import io.kith.edge.Connection;
import io.kith.edge.Money;
import io.kith.edge.Paging;
import io.kith.practice.Staff;
import java.time.Clock;
import java.time.Instant;
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
class ComplaintController {

    private final Complaints complaints;
    private final CareRules rules;
    private final ClientFields fields;
    private final Clinic clinic;
    private final Clock clock;

    ComplaintController(Complaints complaints, CareRules rules, ClientFields fields, Clinic clinic, Clock clock) {
        this.complaints = complaints;
        this.rules = rules;
        this.fields = fields;
        this.clinic = clinic;
        this.clock = clock;
    }

    @QueryMapping
    @Nullable
    Feedback feedback(@Argument String id) {
        return complaints.byId(id).orElse(null);
    }

    @QueryMapping
    Connection<Complaint> complaints(
            @Argument boolean open, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        var paging = Paging.of(first, after);
        return open ? complaints.open(paging) : complaints.closed(paging);
    }

    @MutationMapping
    Feedback recordFeedback(@Argument RecordFeedbackInput input) {
        return complaints.record(input.feedback(), input.idempotencyKey());
    }

    @MutationMapping
    Feedback respondToFeedback(@Argument FeedbackStepInput input) {
        return complaints.respond(input.feedbackId(), input.staffId(), input.note(), input.idempotencyKey());
    }

    @MutationMapping
    Feedback solveFeedback(@Argument FeedbackStepInput input) {
        return complaints.solve(input.feedbackId(), input.staffId(), input.note(), input.idempotencyKey());
    }

    @MutationMapping
    Feedback handOnFeedback(@Argument FeedbackStepInput input) {
        return complaints.handOn(input.feedbackId(), input.staffId(), input.note(), input.idempotencyKey());
    }

    @MutationMapping
    Feedback reopenFeedback(@Argument ReopenFeedbackInput input) {
        return complaints.reopen(input.feedbackId(), input.staffId(), input.note(), input.idempotencyKey());
    }

    @MutationMapping
    Feedback closeFeedback(@Argument CloseFeedbackInput input) {
        return complaints.close(
                input.feedbackId(), input.confirmedByClient(), input.staffId(), input.note(), input.idempotencyKey());
    }

    @SchemaMapping(typeName = "Client", field = "feedback")
    Connection<Feedback> feedbackOfClient(
            Client client, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        return complaints.of(client.id(), Paging.of(first, after));
    }

    @SchemaMapping(typeName = "Feedback", field = "client")
    CompletableFuture<Client> clientOfFeedback(
            Feedback feedback, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(feedback.clientId(), environment, clients);
    }

    @SchemaMapping
    @Nullable
    CompletableFuture<Staff> handler(Feedback feedback, DataLoader<String, Staff> staff) {
        return feedback.handlerId() == null ? null : staff.load(feedback.handlerId());
    }

    @SchemaMapping
    Deadline firstResponse(Feedback feedback) {
        return feedback.firstResponse(rules.firstResponse());
    }

    @SchemaMapping
    Deadline solution(Feedback feedback) {
        return feedback.solution(rules.solution());
    }

    @SchemaMapping(typeName = "Deadline", field = "state")
    Feedback.ClockState stateOfDeadline(Deadline deadline) {
        return deadline.state(clock.instant());
    }

    @SchemaMapping
    List<Step> steps(Feedback feedback) {
        return complaints.steps(feedback.id());
    }

    @SchemaMapping(typeName = "FeedbackStep", field = "staff")
    @Nullable
    CompletableFuture<Staff> staffOfStep(Step step, DataLoader<String, Staff> staff) {
        return step.staffId() == null ? null : staff.load(step.staffId());
    }

    @SchemaMapping
    Money exposure(Complaint complaint) {
        return clinic.money(complaint.exposure());
    }

    @SchemaMapping
    @Nullable
    Double hoursLeft(Complaint complaint) {
        return complaint.timeLeft() == null
                ? null
                : Double.valueOf(complaint.timeLeft().toSeconds() / 3_600.0);
    }

    @SchemaMapping
    List<Neighbour> hearFirst(Complaint complaint, @Argument @Nullable Integer first) {
        return complaints.hearFirst(
                complaint.feedback().clientId(), Paging.of(first, null).first());
    }

    @SchemaMapping(typeName = "Neighbour", field = "client")
    CompletableFuture<Client> clientOfNeighbour(
            Neighbour neighbour, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(neighbour.clientId(), environment, clients);
    }

    @SchemaMapping(typeName = "Neighbour", field = "worth")
    Money worthOfNeighbour(Neighbour neighbour) {
        return clinic.money(neighbour.worth());
    }

    record RecordFeedbackInput(
            @Nullable String id,
            String clientId,
            Feedback.Kind kind,
            @Nullable String topic,
            Feedback.@Nullable Direction direction,
            int severity,
            @Nullable Instant openedAt,
            @Nullable String staffId,
            @Nullable String note,
            @Nullable String idempotencyKey) {

        NewFeedback feedback() {
            return new NewFeedback(id, clientId, kind, topic, direction, severity, openedAt, staffId, note);
        }
    }

    record FeedbackStepInput(
            String feedbackId,
            String staffId,
            @Nullable String note,
            @Nullable String idempotencyKey) {}

    record ReopenFeedbackInput(
            String feedbackId,
            @Nullable String staffId,
            @Nullable String note,
            @Nullable String idempotencyKey) {}

    record CloseFeedbackInput(
            String feedbackId,
            boolean confirmedByClient,
            @Nullable String staffId,
            @Nullable String note,
            @Nullable String idempotencyKey) {}
}
