package io.kith.client;

import static java.util.stream.Collectors.toMap;

import io.kith.edge.Clinic;
import io.kith.edge.Connection;
import io.kith.edge.DuplicateId;
import io.kith.edge.InvalidInput;
import io.kith.edge.NotFound;
import io.kith.edge.Paging;
import io.kith.edge.Shown;
import io.kith.graph.Graph;
import io.kith.graph.Once;
import io.kith.graph.Row;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** The people the clinic knows: finding, listing and registering them. */
@Component
public class Clients {

    private static final int LONGEST_ID = 64;
    private static final int LONGEST_NAME = 200;
    private static final int FURTHEST_HIT = 1_000;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final Graph graph;
    private final Once once;
    private final Clinic clinic;
    private final Clock clock;
    private final SearchKeys searchKeys;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();

    Clients(
            Graph graph,
            Once once,
            Clinic clinic,
            Clock clock,
            SearchKeys searchKeys,
            ApplicationEventPublisher events) {
        this.graph = graph;
        this.once = once;
        this.clinic = clinic;
        this.clock = clock;
        this.searchKeys = searchKeys;
        this.events = events;
    }

    public Optional<Client> byId(String id) {
        return graph.one("client/by-ids", Map.of("ids", List.of(id)), Client::of);
    }

    /** The clients of these ids, in one statement; ids nobody has are left out. */
    public Map<String, Client> byIds(Collection<String> ids) {
        return byIds("client/by-ids", ids, Client::of);
    }

    /** The clients of these ids with nothing but their names, in one statement; ids nobody has are left out. */
    Map<String, Client> namedByIds(Collection<String> ids) {
        return byIds("client/names", ids, row -> Client.named(row.text("id"), row.text("name")));
    }

    private Map<String, Client> byIds(String statement, Collection<String> ids, Function<Row, Client> reader) {
        return graph.list(statement, Map.of("ids", List.copyOf(ids)), reader).stream()
                .collect(toMap(Client::id, client -> client));
    }

    /**
     * The client of an id that a write names.
     *
     * @throws NotFound where nobody has it
     */
    public Client known(String id) {
        return byId(id).orElseThrow(() -> NotFound.of("client", id));
    }

    /** One page of the clients that fit a filter, in the order asked for. */
    public Connection<Client> page(ClientFilter filter, ClientOrder order, Paging paging) {
        var parameters = filtered(filter);
        parameters.put("limit", paging.oneMore());
        var after = Position.of(paging.after());
        var found = switch (order) {
            case ID -> {
                parameters.put("afterId", after.id());
                yield graph.list("client/in-order-of-id", parameters, Client::of);
            }
            case NAME -> {
                parameters.put("afterName", after.value(""));
                parameters.put("afterId", after.id());
                yield graph.list("client/in-order-of-name", parameters, Client::of);
            }
            case JOINED_ON -> {
                parameters.put("afterDay", after.day());
                parameters.put("afterId", after.id());
                yield graph.list("client/in-order-of-joining", parameters, Client::of);
            }
            case NET_REVENUE -> {
                parameters.put("afterRevenue", after.number());
                parameters.put("afterId", after.id());
                yield graph.list("client/in-order-of-revenue", parameters, Client::of);
            }
        };
        return Connection.of(found, paging, client -> Position.in(order, client), filter.isNone() ? count() : null);
    }

    /**
     * One page of the clients that what was typed finds, best first: names in any script and spelling, phone fragments,
     * client numbers, referral codes. At most the first 1,000 hits can be paged through.
     */
    public Connection<Client> search(String typed, ClientFilter filter, Paging paging) {
        var query = searchKeys.queryFor(typed);
        if (query.isEmpty()) {
            return Connection.of(List.of(), false, paging, Client::id, 0L);
        }
        var skip = offset(paging.after());
        var parameters = filtered(filter);
        parameters.put("query", query.get());
        parameters.put("skip", skip);
        parameters.put("limit", paging.oneMore());
        parameters.put("furthest", FURTHEST_HIT);
        var found = graph.list("client/search", parameters, Client::of);
        var hasNext = found.size() > paging.first();
        var nodes = hasNext ? found.subList(0, paging.first()) : found;
        var places = new HashMap<String, Integer>();
        for (var node : nodes) {
            places.put(node.id(), skip + places.size() + 1);
        }
        return Connection.of(nodes, hasNext, paging, client -> String.valueOf(places.get(client.id())), null);
    }

    /** How many clients there are. */
    public long count() {
        return graph.one("client/count", Map.of(), row -> row.number("clients")).orElse(0L);
    }

    /**
     * Adds a client, once under an idempotency key.
     *
     * @throws DuplicateId when the id is taken
     * @throws InvalidInput for a missing name, an overlong value or a day before 1900 or after today
     */
    public Client register(NewClient client, @Nullable String idempotencyKey) {
        return once.apply(idempotencyKey, "registerClient", client, Client::id, this::known, () -> known(add(client)));
    }

    /** Adds a client in the current transaction and returns her id. */
    public String add(NewClient client) {
        check(client);
        var id = client.id() == null ? newId() : client.id();
        var now = clock.instant();
        var row = new HashMap<String, Object>();
        row.put("id", id);
        row.put("name", client.name().strip());
        row.put("phone", client.phone());
        row.put("joinedOn", client.joinedOn() == null ? clinic.today(clock) : client.joinedOn());
        row.put("region", client.region());
        row.put("birthDate", client.birthDate());
        row.put("createdAt", now.atOffset(ZoneOffset.UTC));
        row.put("searchKeys", searchKeys.keysOf(id, client.name(), client.phone(), List.of()));
        try {
            graph.run("client/register", Map.of("client", row));
        } catch (DataIntegrityViolationException taken) {
            throw DuplicateId.of("client", id);
        }
        if (client.channel() != null) {
            acquiredVia(id, client.channel());
        }
        events.publishEvent(new ClientRegistered(id, now));
        return id;
    }

    /** Makes the search keys of a client anew with these referral codes. */
    public void keyCodes(String id, List<String> codes) {
        var client = known(id);
        var keys = searchKeys.keysOf(id, client.name(), client.phone(), codes);
        graph.run("client/key", Map.of("id", id, "searchKeys", keys));
    }

    private void acquiredVia(String id, String channel) {
        graph.one("client/acquired-via", Map.of("id", id, "channel", channel), row -> row.text("code"))
                .orElseThrow(() -> NotFound.of("channel", channel));
    }

    private void check(NewClient client) {
        if (client.id() != null && (client.id().isBlank() || client.id().length() > LONGEST_ID)) {
            throw new InvalidInput("The client id '%s' must have 1 to %d characters."
                    .formatted(Shown.shortly(client.id()), LONGEST_ID));
        }
        if (client.name().isBlank() || client.name().length() > LONGEST_NAME) {
            throw new InvalidInput("The name must have 1 to %d characters.".formatted(LONGEST_NAME));
        }
        if (client.phone() != null && client.phone().length() > LONGEST_ID) {
            throw new InvalidInput("The phone must have at most %d characters.".formatted(LONGEST_ID));
        }
        checkDay("joinedOn", client.joinedOn());
        checkDay("birthDate", client.birthDate());
    }

    private void checkDay(String field, @Nullable LocalDate day) {
        if (day != null && (day.isBefore(EARLIEST) || day.isAfter(clinic.today(clock)))) {
            throw new InvalidInput("%s is %s; it must lie between %s and today.".formatted(field, day, EARLIEST));
        }
    }

    private String newId() {
        var id = new StringBuilder("K-");
        for (var place = 0; place < 10; place++) {
            id.append(CROCKFORD.charAt(random.nextInt(CROCKFORD.length())));
        }
        return id.toString();
    }

    private static Map<String, Object> filtered(ClientFilter filter) {
        var parameters = new HashMap<String, Object>();
        parameters.put("region", filter.region());
        parameters.put("channel", filter.channel());
        parameters.put("joinedFrom", filter.joinedFrom());
        parameters.put("joinedTo", filter.joinedTo());
        return parameters;
    }

    private static int offset(@Nullable String after) {
        if (after == null) {
            return 0;
        }
        try {
            return Math.min(FURTHEST_HIT, Math.max(0, Integer.parseInt(after)));
        } catch (NumberFormatException foreign) {
            throw new InvalidInput("The cursor does not belong to a search.");
        }
    }
}
