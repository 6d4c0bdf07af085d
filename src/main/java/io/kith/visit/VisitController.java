package io.kith.visit;

import graphql.schema.DataFetchingEnvironment;
import io.kith.client.Client;
import io.kith.client.ClientFields;
import io.kith.edge.Clinic;
import io.kith.edge.Connection;
import io.kith.edge.Money;
import io.kith.edge.Paging;
import io.kith.practice.Role;
import io.kith.practice.Staff;
import io.kith.practice.Treatment;
import java.math.BigDecimal;
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
class VisitController {

    private final Visits visits;
    private final ClientFields fields;
    private final Clinic clinic;

    VisitController(Visits visits, ClientFields fields, Clinic clinic) {
        this.visits = visits;
        this.fields = fields;
        this.clinic = clinic;
    }

    @QueryMapping
    @Nullable
    Visit visit(@Argument String id) {
        return visits.byId(id).orElse(null);
    }

    @SchemaMapping
    Connection<Visit> visits(Client client, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        return visits.of(client, Paging.of(first, after));
    }

    @SchemaMapping
    Money netRevenue(Client client) {
        return clinic.money(client.netRevenue());
    }

    @MutationMapping
    Visit recordVisit(@Argument RecordVisitInput input) {
        return visits.record(input.visit(), input.idempotencyKey());
    }

    @MutationMapping
    Visit refundVisit(@Argument RefundVisitInput input) {
        return visits.refund(input.visitId(), input.amount(), input.at(), input.idempotencyKey());
    }

    @SchemaMapping
    CompletableFuture<Client> client(
            Visit visit, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(visit.clientId(), environment, clients);
    }

    @SchemaMapping
    Money charged(Visit visit) {
        return clinic.money(visit.charged());
    }

    @SchemaMapping
    Money paid(Visit visit) {
        return clinic.money(visit.paid());
    }

    @SchemaMapping
    Money refunded(Visit visit) {
        return clinic.money(visit.refunded());
    }

    @SchemaMapping
    CompletableFuture<List<Treatment>> treatments(Visit visit, DataLoader<String, Treatment> treatments) {
        return treatments.loadMany(visit.treatments());
    }

    @SchemaMapping(typeName = "VisitService")
    CompletableFuture<Staff> staff(Visit.Service service, DataLoader<String, Staff> staff) {
        return staff.load(service.staffId());
    }

    record RecordVisitInput(
            @Nullable String id,
            String clientId,
            @Nullable Instant at,
            BigDecimal charged,
            @Nullable BigDecimal paid,
            @Nullable List<String> treatments,
            @Nullable List<ServedInput> staff,
            @Nullable Boolean insured,
            @Nullable String idempotencyKey) {

        NewVisit visit() {
            return new NewVisit(
                    id,
                    clientId,
                    at,
                    charged,
                    paid == null ? charged : paid,
                    treatments == null ? List.of() : treatments,
                    staff == null
                            ? List.of()
                            : staff.stream().map(ServedInput::served).toList(),
                    insured);
        }
    }

    record ServedInput(String staffId, @Nullable Role role) {

        NewVisit.Served served() {
            return new NewVisit.Served(staffId, role);
        }
    }

    record RefundVisitInput(
            String visitId,
            BigDecimal amount,
            @Nullable Instant at,
            @Nullable String idempotencyKey) {}
}
