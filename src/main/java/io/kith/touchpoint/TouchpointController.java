package io.kith.touchpoint;

import graphql.schema.DataFetchingEnvironment;
import io.kith.client.Client;
import io.kith.client.ClientFields;
import io.kith.edge.Connection;
import io.kith.edge.Paging;
import io.kith.practice.Role;
import io.kith.practice.Staff;
import java.time.Instant;
import java.util.Arrays;
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
class TouchpointController {

    private final Touchpoints touchpoints;
    private final StaffTies ties;
    private final ClientFields fields;

    TouchpointController(Touchpoints touchpoints, StaffTies ties, ClientFields fields) {
        this.touchpoints = touchpoints;
        this.ties = ties;
        this.fields = fields;
    }

    @QueryMapping
    @Nullable
    Touchpoint touchpoint(@Argument String id) {
        return touchpoints.byId(id).orElse(null);
    }

    @QueryMapping
    TieRule tieRule() {
        return TieRule.CURRENT;
    }

    @MutationMapping
    Touchpoint recordTouchpoint(@Argument RecordTouchpointInput input) {
        return touchpoints.record(input.touchpoint(), input.idempotencyKey());
    }

    @SchemaMapping
    Connection<Touchpoint> touchpoints(
            Client client,
            @Argument @Nullable TouchpointFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        return touchpoints.of(client, filter == null ? TouchpointFilter.NONE : filter, Paging.of(first, after));
    }

    @SchemaMapping
    List<StaffTie> staffTies(Client client) {
        return ties.of(client.id());
    }

    @SchemaMapping
    Coverage coverage(Client client) {
        return ties.coverage(client.id());
    }

    @SchemaMapping(typeName = "StaffTie", field = "staff")
    CompletableFuture<Staff> staffOfTie(StaffTie tie, DataLoader<String, Staff> staff) {
        return staff.load(tie.staffId());
    }

    @SchemaMapping(typeName = "Touchpoint", field = "staff")
    CompletableFuture<Staff> staffOfTouchpoint(Touchpoint touchpoint, DataLoader<String, Staff> staff) {
        return staff.load(touchpoint.staffId());
    }

    @SchemaMapping
    CompletableFuture<Client> client(
            Touchpoint touchpoint, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(touchpoint.clientId(), environment, clients);
    }

    record RecordTouchpointInput(
            @Nullable String id,
            String clientId,
            String staffId,
            @Nullable Instant at,
            Stage stage,
            ContactKind kind,
            @Nullable Integer satisfaction,
            @Nullable Integer rapport,
            @Nullable String note,
            @Nullable String idempotencyKey) {

        NewTouchpoint touchpoint() {
            return new NewTouchpoint(id, clientId, staffId, at, stage, kind, satisfaction, rapport, note);
        }
    }

    /** The rule that strengths are made by, with where its parts come from. */
    record TieRule(
            String version,
            int halfLifeDays,
            double saturation,
            String origin,
            List<KindQuality> kinds,
            List<RoleQuality> roles,
            List<Double> gradeFactors) {

        static final TieRule CURRENT = new TieRule(
                TieStrength.VERSION,
                (int) TieStrength.HALF_LIFE.toDays(),
                TieStrength.SATURATION,
                "formula, half-life and saturation by design; weights of kinds, roles and grades are Kith's own, not measured",
                Arrays.stream(ContactKind.values())
                        .filter(kind -> kind != ContactKind.VISIT)
                        .map(kind -> new KindQuality(kind, kind.quality()))
                        .toList(),
                Arrays.stream(Role.values())
                        .map(role -> new RoleQuality(role, TieStrength.ROLES.getOrDefault(role, 0.0)))
                        .toList(),
                TieStrength.FACTORS.subList(1, 6));

        record KindQuality(ContactKind kind, double quality) {}

        record RoleQuality(Role role, double quality) {}
    }
}
