package io.kith.client;

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
class FamilyController {

    private final Families families;

    FamilyController(Families families) {
        this.families = families;
    }

    @QueryMapping
    @Nullable
    Family family(@Argument String id) {
        return families.byId(id).orElse(null);
    }

    @MutationMapping
    Family declareFamily(@Argument DeclareFamilyInput input) {
        return families.declare(input.id(), input.memberIds(), input.note(), input.idempotencyKey());
    }

    @MutationMapping
    Family withdrawFamily(@Argument WithdrawFamilyInput input) {
        return families.withdraw(input.familyId(), input.idempotencyKey());
    }

    @SchemaMapping(typeName = "Client", field = "families")
    List<Family> familiesOfClient(Client client) {
        return families.of(client.id());
    }

    @SchemaMapping
    CompletableFuture<List<Client>> members(Family family, DataLoader<String, Client> clients) {
        return clients.loadMany(family.memberIds());
    }

    record DeclareFamilyInput(
            @Nullable String id,
            List<String> memberIds,
            @Nullable String note,
            @Nullable String idempotencyKey) {}

    record WithdrawFamilyInput(String familyId, @Nullable String idempotencyKey) {}
}
