package io.kith.care;

import graphql.schema.DataFetchingEnvironment;
import io.kith.care.Departure.Exposure;
import io.kith.care.Handover.Assignment;
import io.kith.client.Client;
import io.kith.client.ClientFields;
import io.kith.edge.Clinic;
import io.kith.edge.Connection;
import io.kith.edge.InvalidInput;
import io.kith.edge.Money;
import io.kith.edge.Paging;
import io.kith.practice.Staff;
import io.kith.touchpoint.TieStrength;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class DepartureController {

    private final Departures departures;
    private final ClientFields fields;
    private final Clinic clinic;

    DepartureController(Departures departures, ClientFields fields, Clinic clinic) {
        this.departures = departures;
        this.fields = fields;
        this.clinic = clinic;
    }

    @QueryMapping
    Departure staffDeparture(@Argument String staffId) {
        return departures.of(staffId);
    }

    @SchemaMapping(typeName = "StaffDeparture", field = "staff")
    CompletableFuture<Staff> staffOfDeparture(Departure departure, DataLoader<String, Staff> staff) {
        return staff.load(departure.staffId());
    }

    @SchemaMapping(typeName = "StaffDeparture", field = "rule")
    String ruleOfDeparture(Departure departure) {
        return "departure-1 on " + TieStrength.VERSION;
    }

    @SchemaMapping(typeName = "StaffDeparture")
    int clientsExposed(Departure departure) {
        return departure.exposed().size();
    }

    @SchemaMapping(typeName = "StaffDeparture")
    int soleContactClients(Departure departure) {
        return departure.soleContact();
    }

    @SchemaMapping(typeName = "StaffDeparture")
    int clientsOwned(Departure departure) {
        return departure.owned();
    }

    @SchemaMapping(typeName = "StaffDeparture", field = "value")
    Money valueOfDeparture(Departure departure) {
        return clinic.money(departure.value());
    }

    @SchemaMapping(typeName = "StaffDeparture", field = "valueAtRisk")
    Money valueAtRiskOfDeparture(Departure departure) {
        return clinic.money(departure.valueAtRisk());
    }

    @SchemaMapping(typeName = "StaffDeparture")
    Money networkValueAtRisk(Departure departure) {
        return clinic.money(departure.networkValueAtRisk());
    }

    @SchemaMapping(typeName = "StaffDeparture", field = "clients")
    Connection<Exposure> clientsOfDeparture(
            Departure departure, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        return Ranked.page(departure.exposed(), Exposure::clientId, Paging.of(first, after));
    }

    @SchemaMapping(typeName = "StaffDeparture")
    Handover handover(
            Departure departure,
            @Argument @Nullable Integer capacity,
            @Argument @Nullable List<CapacityInput> capacities,
            @Argument int limit) {
        var rooms = new HashMap<String, Integer>();
        if (capacities != null) {
            if (capacities.size() > Paging.LARGEST) {
                throw new InvalidInput("capacities names at most %d staff.".formatted(Paging.LARGEST));
            }
            capacities.forEach(given -> rooms.put(given.staffId(), given.clients()));
        }
        return departures.plan(departure, capacity, rooms, limit);
    }

    @SchemaMapping(typeName = "StaffExposure", field = "client")
    CompletableFuture<Client> clientOfExposure(
            Exposure exposure, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(exposure.clientId(), environment, clients);
    }

    @SchemaMapping(typeName = "StaffExposure", field = "netRevenue")
    Money netRevenueOfExposure(Exposure exposure) {
        return clinic.money(exposure.netRevenue());
    }

    @SchemaMapping(typeName = "StaffExposure", field = "valueAtRisk")
    Money valueAtRiskOfExposure(Exposure exposure) {
        return clinic.money(exposure.valueAtRisk());
    }

    @SchemaMapping(typeName = "StaffExposure")
    Money networkLoss(Exposure exposure) {
        return clinic.money(exposure.networkLoss());
    }

    @SchemaMapping(typeName = "Handover")
    CompletableFuture<Staff> from(Handover handover, DataLoader<String, Staff> staff) {
        return staff.load(handover.fromStaffId());
    }

    @SchemaMapping(typeName = "Handover")
    CompletableFuture<List<Client>> unassigned(Handover handover, DataLoader<String, Client> clients) {
        return clients.loadMany(handover.unassigned());
    }

    @SchemaMapping(typeName = "HandoverAssignment", field = "client")
    CompletableFuture<Client> clientOfAssignment(
            Assignment assignment, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(assignment.clientId(), environment, clients);
    }

    @SchemaMapping(typeName = "HandoverAssignment")
    CompletableFuture<Staff> to(Assignment assignment, DataLoader<String, Staff> staff) {
        return staff.load(assignment.toStaffId());
    }

    record CapacityInput(String staffId, int clients) {}
}
