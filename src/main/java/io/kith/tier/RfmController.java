package io.kith.tier;

import graphql.schema.DataFetchingEnvironment;
import io.kith.client.Client;
import io.kith.client.ClientFields;
import io.kith.edge.Clinic;
import io.kith.edge.Connection;
import io.kith.edge.Money;
import io.kith.edge.Paging;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class RfmController {

    private final Rfms rfms;
    private final ClientFields fields;
    private final Clinic clinic;

    RfmController(Rfms rfms, ClientFields fields, Clinic clinic) {
        this.rfms = rfms;
        this.fields = fields;
        this.clinic = clinic;
    }

    @QueryMapping
    @Nullable
    RfmView rfm(@Argument RfmBreaks breaks) {
        return rfms.view(breaks).orElse(null);
    }

    @SchemaMapping(typeName = "Client", field = "rfm")
    @Nullable
    Rfm rfmOfClient(Client client, @Argument RfmBreaks breaks) {
        return rfms.of(client.id(), breaks).orElse(null);
    }

    @SchemaMapping
    Connection<Rfm> clients(
            RfmView view,
            @Argument @Nullable RfmSegment segment,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        return view.clients(segment, Paging.of(first, after));
    }

    @SchemaMapping(typeName = "Rfm", field = "client")
    CompletableFuture<Client> clientOfRfm(
            Rfm rfm, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(rfm.clientId(), environment, clients);
    }

    @SchemaMapping(typeName = "Rfm", field = "netRevenue")
    Money netRevenueOfRfm(Rfm rfm) {
        return clinic.money(rfm.netRevenue());
    }

    @SchemaMapping(typeName = "RfmSegmentShare", field = "netRevenue")
    Money netRevenueOfSegment(RfmView.Share share) {
        return clinic.money(share.netRevenue());
    }
}
