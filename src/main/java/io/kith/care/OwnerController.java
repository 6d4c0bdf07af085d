package io.kith.care;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import graphql.schema.DataFetchingEnvironment;
import io.kith.access.Account;
import io.kith.access.CurrentAccount;
import io.kith.access.CurrentRequest;
import io.kith.access.Level;
import io.kith.client.Client;
import io.kith.client.ClientFields;
import io.kith.edge.Column;
import io.kith.edge.InvalidInput;
import io.kith.edge.Shown;
import io.kith.practice.Practices;
import io.kith.practice.Staff;
import io.kith.referral.NetworkMap;
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
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class OwnerController {

    private final Owners owners;
    private final Standings standings;
    private final Practices practices;
    private final ClientFields fields;
    private final CurrentAccount current;

    OwnerController(
            Owners owners, Standings standings, Practices practices, ClientFields fields, CurrentAccount current) {
        this.owners = owners;
        this.standings = standings;
        this.practices = practices;
        this.fields = fields;
        this.current = current;
    }

    @MutationMapping
    Ownership assignOwner(@Argument AssignOwnerInput input, DataFetchingEnvironment environment) {
        sayWhy(input.staffId(), input.reason(), environment);
        return owners.assign(input.clientId(), input.staffId(), input.reason(), input.idempotencyKey());
    }

    @MutationMapping
    Ownership transferOwner(@Argument TransferOwnerInput input, DataFetchingEnvironment environment) {
        sayWhy(input.toStaffId(), input.reason(), environment);
        return owners.transfer(input.clientId(), input.toStaffId(), input.reason(), input.idempotencyKey());
    }

    /** Whoever is accountable sees the client's phone: who makes herself so says why, as when she unmasks it. */
    private void sayWhy(String staffId, @Nullable String reason, DataFetchingEnvironment environment) {
        Owners.checkReason(reason);
        if (reason != null && !reason.isBlank()) {
            CurrentRequest.because(environment, reason);
        } else if (current.account()
                .filter(account -> takesForHerself(account, staffId))
                .isPresent()) {
            throw new InvalidInput(
                    "Say in 'reason' why you make yourself, staff member '%s', accountable: it shows you the client's phone."
                            .formatted(Shown.shortly(staffId)));
        }
    }

    private static boolean takesForHerself(Account account, String staffId) {
        return account.level() != Level.DIRECTOR && staffId.equals(account.staffId());
    }

    @MutationMapping
    List<Ownership> applyHandover(@Argument ApplyHandoverInput input) {
        return owners.handOver(input.staffId(), input.assignments(), input.reason(), input.idempotencyKey());
    }

    @MutationMapping
    StaffStanding describeStaff(@Argument DescribeStaffInput input) {
        return standings.describe(
                new Standings.Description(input.staffId(), input.level(), input.capacity(), input.managerId()),
                input.idempotencyKey());
    }

    @BatchMapping(typeName = "Client", field = "owner")
    Map<Client, Staff> ownersOfClients(List<Client> clients) {
        var held = owners.of(clients.stream().map(Client::id).toList());
        var staff = practices.staffMembers(
                held.values().stream().map(Ownership::staffId).distinct().toList());
        var found = new HashMap<Client, Staff>();
        for (var client : clients) {
            var ownership = held.get(client.id());
            var owner = ownership == null ? null : staff.get(ownership.staffId());
            if (owner != null) {
                found.put(client, owner);
            }
        }
        return found;
    }

    @SchemaMapping(typeName = "NetworkMap", field = "owners")
    Column ownersOfMap(NetworkMap map) {
        return owners.of(map);
    }

    @SchemaMapping
    List<Ownership> ownership(Client client) {
        return owners.history(client.id());
    }

    @BatchMapping(typeName = "Staff", field = "standing")
    Map<Staff, StaffStanding> standingsOfStaff(List<Staff> staff) {
        var found = standings.of(staff.stream().map(Staff::id).toList());
        return staff.stream()
                .distinct()
                .collect(toMap(identity(), member -> Objects.requireNonNull(found.get(member.id()))));
    }

    @SchemaMapping(typeName = "StaffStanding", field = "staff")
    CompletableFuture<Staff> staffOfStanding(StaffStanding standing, DataLoader<String, Staff> staff) {
        return staff.load(standing.staffId());
    }

    @SchemaMapping
    @Nullable
    CompletableFuture<Staff> manager(StaffStanding standing, DataLoader<String, Staff> staff) {
        return standing.managerId() == null ? null : staff.load(standing.managerId());
    }

    @SchemaMapping(typeName = "Ownership", field = "staff")
    CompletableFuture<Staff> staffOfOwnership(Ownership ownership, DataLoader<String, Staff> staff) {
        return staff.load(ownership.staffId());
    }

    @SchemaMapping(typeName = "Ownership", field = "client")
    CompletableFuture<Client> clientOfOwnership(
            Ownership ownership, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(ownership.clientId(), environment, clients);
    }

    record AssignOwnerInput(
            String clientId,
            String staffId,
            @Nullable String reason,
            @Nullable String idempotencyKey) {}

    record TransferOwnerInput(
            String clientId,
            String toStaffId,
            @Nullable String reason,
            @Nullable String idempotencyKey) {}

    record ApplyHandoverInput(
            String staffId,
            List<Owners.Move> assignments,
            @Nullable String reason,
            @Nullable String idempotencyKey) {}

    record DescribeStaffInput(
            String staffId,
            @Nullable Integer level,
            @Nullable Integer capacity,
            @Nullable String managerId,
            @Nullable String idempotencyKey) {}
}
