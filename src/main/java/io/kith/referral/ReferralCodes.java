package io.kith.referral;

import io.kith.client.Client;
import io.kith.client.Clients;
import io.kith.client.PhoneForgotten;
import io.kith.edge.Conflict;
import io.kith.edge.Shown;
import io.kith.graph.Graph;
import io.kith.graph.Once;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Codes that clients hand on, so that a friend can say who brought her: unguessable, one in force per client. */
@Component
public class ReferralCodes {

    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;

    private final Graph graph;
    private final Once once;
    private final Clients clients;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ReferralCodes(Graph graph, Once once, Clients clients, Clock clock) {
        this.graph = graph;
        this.once = once;
        this.clients = clients;
        this.clock = clock;
    }

    /**
     * Whose code this is, if it is in force; spaces, dashes and case do not matter. A code that never was, one that was
     * replaced and one that was revoked are told apart neither by the answer nor by the work it takes.
     */
    public Optional<String> holder(String code) {
        return graph.one("referral/code-holder", Map.of("code", plain(code)), row -> row)
                .flatMap(row -> Optional.ofNullable(row.textOrNull("clientId")));
    }

    /** A client's code in force, or null. */
    public @Nullable String of(String clientId) {
        return graph.one("referral/code-of", Map.of("clientId", clientId), row -> row.text("code"))
                .orElse(null);
    }

    /** Gives a client a new code; an earlier one is no longer in force. */
    public IssuedReferralCode issue(String clientId, @Nullable String idempotencyKey) {
        return once.apply(
                idempotencyKey,
                "issueReferralCode",
                clientId,
                IssuedReferralCode::code,
                code -> new IssuedReferralCode(code, clientId),
                () -> issueNow(clientId));
    }

    /**
     * Ends a client's code; she has none until she is given one.
     *
     * @throws Conflict where she has none
     */
    public Client revoke(String clientId, @Nullable String idempotencyKey) {
        return once.apply(
                idempotencyKey, "revokeReferralCode", clientId, Client::id, clients::known, () -> revokeNow(clientId));
    }

    @EventListener
    void onPhoneForgotten(PhoneForgotten event) {
        var code = of(event.clientId());
        clients.keyCodes(event.clientId(), code == null ? List.of() : List.of(code));
    }

    private Client revokeNow(String clientId) {
        clients.known(clientId);
        graph.one("referral/revoke-code", Map.of("clientId", clientId, "now", now()), row -> row.text("clientId"))
                .orElseThrow(() ->
                        new Conflict("Client '%s' has no referral code in force.".formatted(Shown.shortly(clientId))));
        clients.keyCodes(clientId, List.of());
        return clients.known(clientId);
    }

    private IssuedReferralCode issueNow(String clientId) {
        clients.known(clientId);
        var code = newCode();
        graph.run("referral/issue-code", Map.of("clientId", clientId, "code", code, "now", now()));
        clients.keyCodes(clientId, List.of(code));
        return new IssuedReferralCode(code, clientId);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private String newCode() {
        var code = new StringBuilder(LENGTH);
        for (var place = 0; place < LENGTH; place++) {
            code.append(CROCKFORD.charAt(random.nextInt(CROCKFORD.length())));
        }
        return code.toString();
    }

    /** As Crockford reads codes: I and L are 1, O is 0. */
    private static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('I', '1')
                .replace('L', '1')
                .replace('O', '0');
    }
}
