package io.kith.referral;

import io.kith.edge.Clinic;
import io.kith.edge.Column;
import io.kith.edge.Connection;
import io.kith.edge.InvalidInput;
import io.kith.edge.NotFound;
import io.kith.edge.Paging;
import io.kith.graph.Graph;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whole chains: above a client, below her, and between two; now from the projection, as of then from the graph. */
@Component
public class Chains {

    private static final int DEEPEST = 1_000_000;

    private final Graph graph;
    private final Network network;
    private final Clinic clinic;
    private final Clock clock;

    Chains(Graph graph, Network network, Clinic clinic, Clock clock) {
        this.graph = graph;
        this.network = network;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** Who brought a client directly, or null. */
    public @Nullable String referrer(String clientId) {
        return network.snapshot().referrer(clientId).orElse(null);
    }

    /** The client at the top of a client's chain: herself where nobody brought her. */
    public String root(String clientId) {
        return network.snapshot().root(clientId).orElse(clientId);
    }

    /** The chain of referrers above a client, nearest first. */
    public List<UplineStep> upline(String clientId, @Nullable AsOf asOf) {
        var steps = new ArrayList<UplineStep>();
        var below = clientId;
        if (asOf == null) {
            for (var above : network.snapshot().upline(clientId)) {
                steps.add(new UplineStep(steps.size() + 1, above, below, null));
                below = above;
            }
            return steps;
        }
        for (var row : graph.list("referral/upline-as-of", times(clientId, asOf), row -> row)) {
            steps.add(new UplineStep(row.count("generation"), row.text("clientId"), below, row.text("referralId")));
            below = row.text("clientId");
        }
        return steps;
    }

    /** One page of the clients below a client, breadth first. */
    public Connection<DownlineStep> downline(
            String clientId, @Nullable Integer maxGenerations, @Nullable AsOf asOf, Paging paging) {
        if (maxGenerations != null && maxGenerations < 1) {
            throw new InvalidInput("maxGenerations is %d; it must be 1 or more.".formatted(maxGenerations));
        }
        return asOf == null
                ? downlineNow(clientId, maxGenerations, paging)
                : downlineThen(clientId, maxGenerations, asOf, paging);
    }

    /** What all clients below a client amount to, in total and by generation. */
    public DownlineSummary summary(String clientId, @Nullable AsOf asOf) {
        if (asOf == null) {
            return network.snapshot().summary(clientId).orElseThrow(() -> NotFound.of("client", clientId));
        }
        var generations = graph.list(
                "referral/summary-as-of",
                times(clientId, asOf),
                row -> new GenerationTotals(
                        row.count("generation"),
                        row.count("clients"),
                        row.count("converted"),
                        row.number("netRevenue")));
        return DownlineSummary.of(generations);
    }

    /** How two clients are related through their nearest common referrer; empty where they are not. */
    public Optional<ReferralPath> path(String from, String to) {
        return network.snapshot().path(from, to).map(ReferralPath::of);
    }

    /**
     * A client and all below her, or every chain, for drawing; empty where nobody has that id.
     *
     * @throws InvalidInput for a past without a root, and for more than {@value NetworkMap#MOST} clients
     */
    public Optional<NetworkMap> map(@Nullable String root, @Nullable AsOf asOf, int limit) {
        if (limit < 1 || limit > NetworkMap.MOST) {
            throw new InvalidInput("limit is %d; it must lie between 1 and %d.".formatted(limit, NetworkMap.MOST));
        }
        if (asOf == null) {
            return network.snapshot().map(root, limit);
        }
        if (root == null) {
            throw new InvalidInput("asOf needs a root.");
        }
        return network.snapshot().contains(root) ? Optional.of(mapThen(root, asOf, limit)) : Optional.empty();
    }

    /** The names of a map's clients. */
    public Column names(NetworkMap map) {
        return known("referral/map-names", map);
    }

    /** The channels a map's clients came by. */
    public Column channels(NetworkMap map) {
        return known("referral/map-channels", map);
    }

    /** The days from which a map's links hold. */
    public Column since(NetworkMap map) {
        var then = map.since();
        return then == null ? known("referral/map-since", map) : map.column(then);
    }

    private Column known(String statement, NetworkMap map) {
        var found = graph.one(statement, Map.of("ids", map.ids()), NetworkMap::values);
        return map.column(found.orElseThrow());
    }

    private NetworkMap mapThen(String root, AsOf asOf, int limit) {
        var snapshot = network.snapshot();
        var since = new HashMap<String, String>();
        var parameters = new HashMap<>(times(root, asOf));
        parameters.put("limit", NetworkMap.MOST);
        var drawing = new NetworkMap.Drawing(root, limit);
        drawing.add(now(snapshot, root, null));
        graph.each("referral/map-as-of", parameters, row -> {
            var id = row.text("clientId");
            since.put(id, row.day("since").toString());
            drawing.add(now(snapshot, id, row.text("referrerId")));
        });
        return drawing.finish().then(since);
    }

    private static ClientState now(Snapshot snapshot, String id, @Nullable String referrer) {
        return snapshot.client(id)
                .map(state -> new ClientState(id, referrer, state.netRevenue(), state.converted(), state.version()))
                .orElseGet(() -> new ClientState(id, referrer, 0, false, 0));
    }

    private Connection<DownlineStep> downlineNow(String clientId, @Nullable Integer maxGenerations, Paging paging) {
        var page = network.snapshot()
                .downline(clientId, maxGenerations, paging.after(), paging.first())
                .orElseThrow(() -> new InvalidInput("The client behind this cursor is no longer in that downline."));
        return Connection.of(page.steps(), page.hasNext(), paging, DownlineStep::id, (long) page.total());
    }

    private Connection<DownlineStep> downlineThen(
            String clientId, @Nullable Integer maxGenerations, AsOf asOf, Paging paging) {
        var skip = skip(paging.after());
        var parameters = new HashMap<>(times(clientId, asOf));
        parameters.put("maxGenerations", maxGenerations == null ? DEEPEST : maxGenerations);
        parameters.put("skip", skip);
        parameters.put("limit", paging.oneMore());
        var found = graph.list(
                "referral/downline-as-of",
                parameters,
                row -> new DownlineStep(row.text("clientId"), row.count("generation")));
        var places = new HashMap<String, Integer>();
        for (var step : found) {
            places.put(step.id(), skip + places.size() + 1);
        }
        return Connection.of(found, paging, step -> String.valueOf(places.get(step.id())), null);
    }

    private Map<String, Object> times(String clientId, AsOf asOf) {
        LocalDate valid = asOf.valid() == null ? clinic.today(clock) : asOf.valid();
        Instant known = asOf.known() == null ? clock.instant() : asOf.known();
        return Map.of(
                "clientId",
                clientId,
                "valid",
                valid,
                "validEnds",
                clinic.startOf(valid.plusDays(1)).atOffset(ZoneOffset.UTC),
                "known",
                known.atOffset(ZoneOffset.UTC));
    }

    private static int skip(@Nullable String after) {
        try {
            return after == null ? 0 : Math.max(0, Integer.parseInt(after));
        } catch (NumberFormatException foreign) {
            throw new InvalidInput("The cursor does not belong to a downline as of then.");
        }
    }
}
