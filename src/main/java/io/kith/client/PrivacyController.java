package io.kith.client;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import graphql.schema.DataFetchingEnvironment;
import io.kith.access.CurrentRequest;
import io.kith.access.Subject;
import io.kith.edge.InvalidInput;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class PrivacyController {

    private static final int LONGEST_REASON = 500;

    private final Consents consents;
    private final Privacy privacy;
    private final Clients clients;

    PrivacyController(Consents consents, Privacy privacy, Clients clients) {
        this.consents = consents;
        this.privacy = privacy;
        this.clients = clients;
    }

    @BatchMapping
    Map<Client, List<Consent>> consents(Set<Client> clients) {
        var answers = consents.of(clients.stream().map(Client::id).collect(toSet()));
        return clients.stream()
                .collect(toMap(client -> client, client -> answers.getOrDefault(client.id(), List.of())));
    }

    @MutationMapping
    Client recordConsent(@Argument RecordConsentInput input) {
        return clients.known(consents.record(input.clientId(), input.purpose(), input.given(), input.idempotencyKey()));
    }

    @MutationMapping
    UnmaskedPhone unmaskPhone(@Argument UnmaskPhoneInput input, DataFetchingEnvironment environment) {
        CurrentRequest.because(environment, checked(input.reason()));
        var client = clients.known(input.clientId());
        return new UnmaskedPhone(client, client.phone());
    }

    @MutationMapping
    Client eraseClient(@Argument EraseClientInput input, DataFetchingEnvironment environment) {
        CurrentRequest.because(environment, checked(input.reason()));
        return privacy.erase(input.clientId(), input.reason(), input.idempotencyKey());
    }

    @MutationMapping
    ExportedClient exportClient(@Argument ExportClientInput input, DataFetchingEnvironment environment) {
        CurrentRequest.because(environment, checked(input.reason()));
        return new ExportedClient(clients.known(input.clientId()), privacy.export(input.clientId()));
    }

    private static String checked(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new InvalidInput("The reason must have 1 to %d characters.".formatted(LONGEST_REASON));
        }
        return reason;
    }

    record UnmaskedPhone(Client client, @Nullable String phone) implements Subject {

        @Override
        public String clientId() {
            return client.id();
        }
    }

    record ExportedClient(Client client, String json) implements Subject {

        @Override
        public String clientId() {
            return client.id();
        }
    }

    record RecordConsentInput(
            String clientId,
            Purpose purpose,
            boolean given,
            @Nullable String idempotencyKey) {}

    record UnmaskPhoneInput(String clientId, String reason) {}

    record EraseClientInput(
            String clientId, String reason, @Nullable String idempotencyKey) {}

    record ExportClientInput(String clientId, String reason) {}
}
