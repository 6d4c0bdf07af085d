package io.kith.influence;

import graphql.schema.DataFetchingEnvironment;
import io.kith.client.Client;
import io.kith.client.ClientFields;
import io.kith.edge.Clinic;
import io.kith.edge.Connection;
import io.kith.edge.Money;
import io.kith.edge.Paging;
import io.kith.practice.Channel;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class CreditController {

    private final Credits credits;
    private final ChannelReturns channelReturns;
    private final ClientFields fields;
    private final Clinic clinic;

    CreditController(Credits credits, ChannelReturns channelReturns, ClientFields fields, Clinic clinic) {
        this.credits = credits;
        this.channelReturns = channelReturns;
        this.fields = fields;
        this.clinic = clinic;
    }

    @QueryMapping
    ReferralCredit referralCredit(
            @Argument CreditBook book,
            @Argument @Nullable LocalDate from,
            @Argument @Nullable LocalDate to,
            @Argument @Nullable String channel) {
        return credits.book(book, from, to, channel);
    }

    @QueryMapping
    ChannelReturn channelReturn(
            @Argument @Nullable LocalDate from, @Argument @Nullable LocalDate to, @Argument int window) {
        return channelReturns.of(from, to, window);
    }

    @SchemaMapping
    Connection<ReferralCredit.Entry> entries(
            ReferralCredit credit, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        return credit.page(Paging.of(first, after));
    }

    @SchemaMapping
    @Nullable
    Money total(ReferralCredit credit) {
        return clinic.money(credit.total());
    }

    @SchemaMapping
    @Nullable
    Money unattributed(ReferralCredit credit) {
        credit.total();
        return clinic.money(credit.unattributed());
    }

    @SchemaMapping
    Money netRevenue(ReferralCredit credit) {
        return clinic.money(credit.netRevenue());
    }

    @SchemaMapping
    @Nullable
    Boolean reconciles(ReferralCredit credit) {
        return credit.reconciles();
    }

    @SchemaMapping(typeName = "CreditEntry", field = "client")
    CompletableFuture<Client> clientOfEntry(
            ReferralCredit.Entry entry, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(entry.clientId(), environment, clients);
    }

    @SchemaMapping(typeName = "CreditEntry", field = "amount")
    Money amountOfEntry(ReferralCredit.Entry entry) {
        return clinic.money(Math.round(entry.amount()));
    }

    @SchemaMapping(typeName = "ChannelReturnLine", field = "channel")
    @Nullable
    CompletableFuture<Channel> channelOfLine(ChannelReturn.Line line, DataLoader<String, Channel> channels) {
        return line.channel() == null ? null : channels.load(line.channel());
    }

    @SchemaMapping(typeName = "ChannelReturnLine")
    @Nullable
    Money spend(ChannelReturn.Line line) {
        return line.spend() == null ? null : clinic.money(line.spend());
    }

    @SchemaMapping(typeName = "ChannelReturnLine")
    Money directRevenue(ChannelReturn.Line line) {
        return clinic.money(line.directRevenue());
    }

    @SchemaMapping(typeName = "ChannelReturnLine")
    Money chainRevenue(ChannelReturn.Line line) {
        return clinic.money(line.chainRevenue());
    }

    @SchemaMapping(typeName = "ChannelReturnLine")
    @Nullable
    Money costOfFirst(ChannelReturn.Line line) {
        var cost = line.costOfFirst();
        return cost == null ? null : clinic.money(cost);
    }

    @SchemaMapping(typeName = "ChannelReturnLine")
    @Nullable
    Money costOfAll(ChannelReturn.Line line) {
        var cost = line.costOfAll();
        return cost == null ? null : clinic.money(cost);
    }
}
