package io.kith.influence;

import graphql.schema.DataFetchingEnvironment;
import io.kith.client.Client;
import io.kith.client.ClientFields;
import io.kith.edge.Clinic;
import io.kith.edge.Money;
import io.kith.edge.Paging;
import io.kith.practice.Staff;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class KeyClientController {

    private final NetworkRisks risks;
    private final AskLists asks;
    private final ValueMaps valueMaps;
    private final ClientFields fields;
    private final Clinic clinic;

    KeyClientController(NetworkRisks risks, AskLists asks, ValueMaps valueMaps, ClientFields fields, Clinic clinic) {
        this.risks = risks;
        this.asks = asks;
        this.valueMaps = valueMaps;
        this.fields = fields;
        this.clinic = clinic;
    }

    @QueryMapping
    NetworkRiskConnection networkValueAtRisk(
            @Argument double months, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        return risks.ranking(months, Paging.of(first, after));
    }

    @SchemaMapping(typeName = "Client", field = "networkValueAtRisk")
    NetworkRisk networkValueAtRiskOfClient(Client client, @Argument double months) {
        return risks.of(client.id(), months);
    }

    @QueryMapping
    AskList askList(@Argument int count, @Argument int gapDays, @Argument int minMonths, @Argument double passingOn) {
        return asks.list(new AskList.Terms(count, gapDays, minMonths, passingOn));
    }

    @QueryMapping
    ValueMap valueMap(
            @Argument @Nullable LocalDate from,
            @Argument @Nullable LocalDate to,
            @Argument double share,
            @Argument double split,
            @Argument @Nullable Integer members) {
        return valueMaps.map(from, to, share, split, Paging.of(members, null).first());
    }

    @QueryMapping
    ValueBacktest valueBacktest(
            @Argument LocalDate split,
            @Argument @Nullable LocalDate from,
            @Argument @Nullable LocalDate to,
            @Argument double share) {
        return valueMaps.backtest(split, from, to, share);
    }

    @SchemaMapping(typeName = "NetworkRisk", field = "client")
    CompletableFuture<Client> clientOfRisk(
            NetworkRisk risk, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(risk.clientId(), environment, clients);
    }

    /** The sum of the parts as they are shown, so that they add up. */
    @SchemaMapping(typeName = "NetworkRisk")
    Money total(NetworkRisk risk) {
        return clinic.money(Math.round(risk.own())
                + Math.round(risk.networkLoss())
                + Math.round(risk.tieLoss())
                + Math.round(risk.futureReferrals()));
    }

    @SchemaMapping(typeName = "NetworkRisk")
    Money own(NetworkRisk risk) {
        return money(risk.own());
    }

    @SchemaMapping(typeName = "NetworkRisk")
    Money networkLoss(NetworkRisk risk) {
        return money(risk.networkLoss());
    }

    @SchemaMapping(typeName = "NetworkRisk")
    Money tieLoss(NetworkRisk risk) {
        return money(risk.tieLoss());
    }

    @SchemaMapping(typeName = "NetworkRisk")
    Money futureReferrals(NetworkRisk risk) {
        return money(risk.futureReferrals());
    }

    @SchemaMapping(typeName = "NetworkRiskBranch", field = "client")
    CompletableFuture<Client> clientOfRiskBranch(
            NetworkRisk.Branch branch, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(branch.clientId(), environment, clients);
    }

    @SchemaMapping(typeName = "NetworkRiskBranch")
    Money loss(NetworkRisk.Branch branch) {
        return money(branch.loss());
    }

    @SchemaMapping(typeName = "AskEntry", field = "client")
    CompletableFuture<Client> clientToAsk(
            AskList.Entry entry, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(entry.clientId(), environment, clients);
    }

    @SchemaMapping(typeName = "Asker")
    CompletableFuture<Staff> staff(AskList.Asker asker, DataLoader<String, Staff> staff) {
        return staff.load(asker.staffId());
    }

    @SchemaMapping(typeName = "PassedOver", field = "client")
    CompletableFuture<Client> clientPassedOver(
            AskList.PassedOver passedOver, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(passedOver.clientId(), environment, clients);
    }

    @SchemaMapping(typeName = "ValueMap")
    CompletableFuture<List<Client>> entrants(ValueMap map, DataLoader<String, Client> clients) {
        return clients.loadMany(shown(map.entrants()));
    }

    @SchemaMapping(typeName = "ValueMap")
    CompletableFuture<List<Client>> leavers(ValueMap map, DataLoader<String, Client> clients) {
        return clients.loadMany(shown(map.leavers()));
    }

    @SchemaMapping(typeName = "ValueGroupMembers")
    Money ownValue(ValueMap.Members members) {
        return clinic.money(members.ownValue());
    }

    @SchemaMapping(typeName = "ValueGroupMembers")
    Money referralValue(ValueMap.Members members) {
        return clinic.money(members.referralValue());
    }

    @SchemaMapping(typeName = "ValueGroupMembers")
    CompletableFuture<List<Client>> first(ValueMap.Members members, DataLoader<String, Client> clients) {
        return clients.loadMany(members.first());
    }

    @SchemaMapping(typeName = "KeyClientList")
    int clients(ValueMap.TopList list) {
        return list.ids().size();
    }

    @SchemaMapping(typeName = "KeyClientList")
    Money value(ValueMap.TopList list) {
        return clinic.money(list.value());
    }

    @SchemaMapping(typeName = "ValueBacktest")
    Money referredValue(ValueBacktest backtest) {
        return clinic.money(backtest.referredValue());
    }

    @SchemaMapping(typeName = "ValueBacktest")
    Money spendOnlyReferred(ValueBacktest backtest) {
        return clinic.money(backtest.spendOnlyReferred());
    }

    @SchemaMapping(typeName = "ValueBacktest")
    Money combinedReferred(ValueBacktest backtest) {
        return clinic.money(backtest.combinedReferred());
    }

    private Money money(double minor) {
        return clinic.money(Math.round(minor));
    }

    private static List<String> shown(List<String> ids) {
        return ids.subList(0, Math.min(Paging.LARGEST, ids.size()));
    }
}
