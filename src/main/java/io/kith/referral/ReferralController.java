package io.kith.referral;

import graphql.schema.DataFetchingEnvironment;
import io.kith.access.CurrentAccount;
import io.kith.access.CurrentRequest;
import io.kith.client.Client;
import io.kith.client.ClientFields;
import io.kith.client.NewClient;
import io.kith.edge.Clinic;
import io.kith.edge.Column;
import io.kith.edge.Connection;
import io.kith.edge.Money;
import io.kith.edge.Paging;
import io.kith.practice.Channel;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

@Controller
class ReferralController {

    private final Referrals referrals;
    private final Chains chains;
    private final ReferralCodes codes;
    private final CodeTries tries;
    private final ReferralEvents events;
    private final CurrentAccount current;
    private final ClientFields fields;
    private final Clinic clinic;

    ReferralController(
            Referrals referrals,
            Chains chains,
            ReferralCodes codes,
            CodeTries tries,
            ReferralEvents events,
            CurrentAccount current,
            ClientFields fields,
            Clinic clinic) {
        this.referrals = referrals;
        this.chains = chains;
        this.codes = codes;
        this.tries = tries;
        this.events = events;
        this.current = current;
        this.fields = fields;
        this.clinic = clinic;
    }

    @QueryMapping
    @Nullable
    Referral referral(@Argument String id) {
        return referrals.byId(id).orElse(null);
    }

    @QueryMapping
    @Nullable
    ReferralPath referralPath(@Argument String from, @Argument String to) {
        return chains.path(from, to).orElse(null);
    }

    @QueryMapping
    @Nullable
    CompletableFuture<Client> referralCodeHolder(
            @Argument String code, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        tried(code, environment);
        return codes.holder(code)
                .map(holder -> fields.of(holder, environment, clients))
                .orElse(null);
    }

    @QueryMapping
    @Nullable
    NetworkMap networkMap(@Argument @Nullable String root, @Argument @Nullable AsOf asOf, @Argument int limit) {
        return chains.map(root, asOf, limit).orElse(null);
    }

    @SubscriptionMapping
    Flux<ReferralEvent> referralEvents(
            @Argument @Nullable List<ReferralEventKind> kinds, @Argument @Nullable String clientId) {
        return events.watch(kinds, clientId);
    }

    @SchemaMapping(typeName = "ReferralEvent", field = "referral")
    CompletableFuture<Referral> referralOfEvent(ReferralEvent event, DataFetchingEnvironment environment) {
        return ReferralLoaders.byId(event.referralId(), environment);
    }

    @SchemaMapping(typeName = "NetworkMap", field = "ids")
    Column idsOfMap(NetworkMap map) {
        return new Column(map.ids());
    }

    @SchemaMapping(typeName = "NetworkMap", field = "parents")
    Column parentsOfMap(NetworkMap map) {
        return new Column(map.parents());
    }

    @SchemaMapping(typeName = "NetworkMap", field = "converted")
    Column convertedOfMap(NetworkMap map) {
        return new Column(map.converted());
    }

    @SchemaMapping(typeName = "NetworkMap", field = "netRevenue")
    Column netRevenueOfMap(NetworkMap map) {
        return new Column(map.netRevenue().stream()
                .map(minor -> clinic.money(minor).amount())
                .toList());
    }

    @SchemaMapping(typeName = "NetworkMap", field = "names")
    Column namesOfMap(NetworkMap map) {
        return chains.names(map);
    }

    @SchemaMapping(typeName = "NetworkMap", field = "channels")
    Column channelsOfMap(NetworkMap map) {
        return chains.channels(map);
    }

    @SchemaMapping(typeName = "NetworkMap", field = "since")
    Column sinceOfMap(NetworkMap map) {
        return chains.since(map);
    }

    @MutationMapping
    Referral recordReferral(@Argument RecordReferralInput input, DataFetchingEnvironment environment) {
        tried(input.code(), environment);
        return referrals.record(input.referral(), input.idempotencyKey());
    }

    @MutationMapping
    Referral attributeReferral(@Argument AttributeReferralInput input, DataFetchingEnvironment environment) {
        tried(input.code(), environment);
        return referrals.attribute(input.referral(), input.idempotencyKey());
    }

    @MutationMapping
    Referral retractReferral(@Argument RetractReferralInput input) {
        return referrals.retract(input.referralId(), input.reason(), input.idempotencyKey());
    }

    @MutationMapping
    Referral advanceReferral(@Argument AdvanceReferralInput input) {
        return referrals.advance(input.referralId(), input.status(), input.reason(), input.idempotencyKey());
    }

    @MutationMapping
    IssuedReferralCode issueReferralCode(@Argument IssueReferralCodeInput input) {
        return codes.issue(input.clientId(), input.idempotencyKey());
    }

    @MutationMapping
    Client revokeReferralCode(@Argument RevokeReferralCodeInput input) {
        return codes.revoke(input.clientId(), input.idempotencyKey());
    }

    @SchemaMapping
    @Nullable
    CompletableFuture<Client> referrer(
            Client client, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        var referrer = chains.referrer(client.id());
        return referrer == null ? null : fields.of(referrer, environment, clients);
    }

    @SchemaMapping
    CompletableFuture<Client> root(
            Client client, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(chains.root(client.id()), environment, clients);
    }

    @SchemaMapping
    List<UplineStep> upline(Client client, @Argument @Nullable AsOf asOf) {
        return chains.upline(client.id(), asOf);
    }

    @SchemaMapping
    Connection<DownlineStep> downline(
            Client client,
            @Argument @Nullable Integer maxGenerations,
            @Argument @Nullable AsOf asOf,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        return chains.downline(client.id(), maxGenerations, asOf, Paging.of(first, after));
    }

    @SchemaMapping
    DownlineSummary downlineSummary(Client client, @Argument @Nullable AsOf asOf) {
        return chains.summary(client.id(), asOf);
    }

    @SchemaMapping
    Connection<Referral> referralsMade(
            Client client, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        return referrals.madeBy(client, Paging.of(first, after));
    }

    @SchemaMapping
    Connection<Referral> referralsReceived(
            Client client, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        return referrals.receivedBy(client, Paging.of(first, after));
    }

    @SchemaMapping
    @Nullable
    String referralCode(Client client) {
        return codes.of(client.id());
    }

    @SchemaMapping(typeName = "Referral", field = "referrer")
    CompletableFuture<Client> referrerOfReferral(
            Referral referral, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(referral.referrerId(), environment, clients);
    }

    @SchemaMapping
    CompletableFuture<Client> referred(
            Referral referral, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(referral.referredId(), environment, clients);
    }

    @SchemaMapping
    @Nullable
    CompletableFuture<Channel> channel(Referral referral, DataLoader<String, Channel> channels) {
        return referral.channel() == null ? null : channels.load(referral.channel());
    }

    @SchemaMapping(typeName = "UplineStep", field = "client")
    CompletableFuture<Client> clientOfUplineStep(
            UplineStep step, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(step.clientId(), environment, clients);
    }

    @SchemaMapping(typeName = "UplineStep", field = "referral")
    CompletableFuture<Referral> referralOfUplineStep(UplineStep step, DataFetchingEnvironment environment) {
        return step.referralId() == null
                ? ReferralLoaders.creditedTo(step.friendId(), environment)
                : ReferralLoaders.byId(step.referralId(), environment);
    }

    @SchemaMapping(typeName = "DownlineStep", field = "client")
    CompletableFuture<Client> clientOfDownlineStep(
            DownlineStep step, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(step.id(), environment, clients);
    }

    @SchemaMapping(typeName = "PathStep", field = "client")
    CompletableFuture<Client> clientOfPathStep(
            ReferralPath.Step step, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(step.clientId(), environment, clients);
    }

    @SchemaMapping
    CompletableFuture<Client> nearestCommonReferrer(
            ReferralPath path, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(path.nearestCommonReferrerId(), environment, clients);
    }

    @SchemaMapping(typeName = "DownlineSummary", field = "netRevenue")
    Money netRevenueBelow(DownlineSummary summary) {
        return clinic.money(summary.netRevenue());
    }

    /** All at once: a call for each generation would cost more than the summary itself. */
    @SchemaMapping(typeName = "DownlineSummary", field = "generations")
    List<Generation> generationsBelow(DownlineSummary summary) {
        return summary.generations().stream()
                .map(totals -> new Generation(
                        totals.generation(), totals.clients(), totals.converted(), clinic.money(totals.netRevenue())))
                .toList();
    }

    @SchemaMapping(typeName = "IssuedReferralCode", field = "client")
    CompletableFuture<Client> clientOfCode(
            IssuedReferralCode code, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(code.clientId(), environment, clients);
    }

    private void tried(@Nullable String code, DataFetchingEnvironment environment) {
        if (code != null) {
            tries.take(current.name(), CurrentRequest.address(environment));
        }
    }

    record RecordReferralInput(
            @Nullable String id,
            @Nullable String referrerId,
            @Nullable String code,
            @Nullable String referredId,
            @Nullable NewClient newClient,
            @Nullable LocalDate occurredOn,
            @Nullable String channel,
            @Nullable String idempotencyKey) {

        NewReferral referral() {
            return new NewReferral(id, referrerId, code, referredId, newClient, occurredOn, channel, null);
        }
    }

    record AttributeReferralInput(
            @Nullable String id,
            @Nullable String referrerId,
            @Nullable String code,
            String referredId,
            @Nullable LocalDate occurredOn,
            @Nullable String channel,
            @Nullable String reason,
            @Nullable String idempotencyKey) {

        NewReferral referral() {
            return new NewReferral(id, referrerId, code, referredId, null, occurredOn, channel, reason);
        }
    }

    record RetractReferralInput(
            String referralId, String reason, @Nullable String idempotencyKey) {}

    record AdvanceReferralInput(
            String referralId,
            ReferralStatus status,
            @Nullable String reason,
            @Nullable String idempotencyKey) {}

    record IssueReferralCodeInput(String clientId, @Nullable String idempotencyKey) {}

    record RevokeReferralCodeInput(
            String clientId, @Nullable String idempotencyKey) {}

    /** {@link GenerationTotals} as the schema has them. */
    private record Generation(int generation, int clients, int converted, Money netRevenue) {}
}
