package io.kith.client;

import io.kith.access.CurrentAccount;
import io.kith.edge.NotFound;
import io.kith.graph.Graph;
import io.kith.graph.Once;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What clients agreed to, purpose by purpose; every answer is kept, the latest counts. */
@Component
public class Consents {

    private final Graph graph;
    private final Once once;
    private final Clock clock;
    private final CurrentAccount current;
    private final ApplicationEventPublisher events;

    Consents(Graph graph, Once once, Clock clock, CurrentAccount current, ApplicationEventPublisher events) {
        this.graph = graph;
        this.once = once;
        this.clock = clock;
        this.current = current;
        this.events = events;
    }

    /** Her latest answers, one a purpose she was asked for. */
    public List<Consent> of(String clientId) {
        return of(List.of(clientId)).getOrDefault(clientId, List.of());
    }

    /** The latest answers of each of these clients, in one statement; those who were never asked are left out. */
    public Map<String, List<Consent>> of(Collection<String> clientIds) {
        var answers = new HashMap<String, List<Consent>>();
        graph.each(
                "client/consents-of",
                Map.of("ids", List.copyOf(clientIds)),
                row -> answers.computeIfAbsent(row.text("clientId"), id -> new ArrayList<>())
                        .add(Consent.of(row)));
        return answers;
    }

    /** What each of these clients said yes to, and has not taken back. */
    public Map<String, Set<Purpose>> given(Collection<String> clientIds) {
        var given = new HashMap<String, Set<Purpose>>();
        clientIds.forEach(id -> given.put(id, EnumSet.noneOf(Purpose.class)));
        of(clientIds)
                .forEach((id, answers) -> answers.stream()
                        .filter(Consent::given)
                        .forEach(answer -> Objects.requireNonNull(given.get(id)).add(answer.purpose())));
        return given;
    }

    /** Whether she said yes to a purpose, and has not taken it back. */
    public boolean given(String clientId, Purpose purpose) {
        return of(clientId).stream().anyMatch(consent -> consent.purpose() == purpose && consent.given());
    }

    /** Those of the clients who do not want to be ranked or asked to bring friends. */
    public Set<String> optedOut(Collection<String> clientIds) {
        return new HashSet<>(
                graph.list("client/opted-out", Map.of("ids", List.copyOf(clientIds)), row -> row.text("id")));
    }

    /** All clients who do not want to be ranked or asked to bring friends. */
    public Set<String> allOptedOut() {
        return new HashSet<>(graph.list("client/all-opted-out", Map.of(), row -> row.text("id")));
    }

    /**
     * Notes an answer. Her phone goes where she does not want that it is kept.
     *
     * @throws NotFound for an unknown client
     */
    public String record(String clientId, Purpose purpose, boolean given, @Nullable String idempotencyKey) {
        var wanted = new Wanted(clientId, purpose, given);
        return once.apply(idempotencyKey, "recordConsent", wanted, id -> id, id -> id, () -> add(wanted));
    }

    private String add(Wanted wanted) {
        var parameters = Map.of(
                "id", wanted.clientId(),
                "purpose", wanted.purpose().name(),
                "given", wanted.given(),
                "optOut", wanted.purpose() == Purpose.MARKETING_PROFILE && !wanted.given(),
                "optIn", wanted.purpose() == Purpose.MARKETING_PROFILE && wanted.given(),
                "at", clock.instant().atOffset(ZoneOffset.UTC),
                "recordedBy", current.name());
        var id = graph.one("client/record-consent", parameters, row -> row.text("id"))
                .orElseThrow(() -> NotFound.of("client", wanted.clientId()));
        if (wanted.purpose() == Purpose.STORE_FRIENDS_PHONE && !wanted.given()) {
            graph.run("client/forget-phone", Map.of("id", id));
            events.publishEvent(new PhoneForgotten(id));
        }
        return id;
    }

    private record Wanted(String clientId, Purpose purpose, boolean given) {}
}
