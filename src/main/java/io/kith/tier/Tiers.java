package io.kith.tier;

import static java.util.Objects.requireNonNull;

import io.kith.edge.Connection;
import io.kith.edge.Paging;
import io.kith.influence.Pages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which tier a client has earned, since when, and how the clinic's clients part. */
@Component
public class Tiers {

    private static final int MOST_RUNS = 1_000;

    private final TierRuns runs;
    private final TierBatches batches;

    Tiers(TierRuns runs, TierBatches batches) {
        this.runs = runs;
        this.batches = batches;
    }

    /** The tier of a client by the latest run; empty where it did not place her. */
    public Optional<TierAssignment> of(String clientId) {
        return runs.current().flatMap(standing -> of(standing, clientId));
    }

    /** The tiers of some clients by the latest run; those it did not place are left out. */
    public Map<String, Tier> of(Collection<String> clientIds) {
        var found = new HashMap<String, Tier>();
        runs.current().ifPresent(standing -> {
            for (var clientId : clientIds) {
                var row = standing.row(clientId);
                if (row >= 0) {
                    found.put(clientId, standing.tier(row));
                }
            }
        });
        return found;
    }

    /** All clients of a tier by the latest run. */
    public Set<String> with(Tier tier) {
        return runs.current().map(standing -> standing.ids(tier)).orElseGet(Set::of);
    }

    /** The tiers a client had, the present one first, each for as long as she kept it, one page. */
    public Connection<TierAssignment> history(String clientId, Paging paging) {
        var found = new ArrayList<TierAssignment>();
        var latest = runs.latest().map(TierRun::number).orElse(0);
        var number = Math.min(latest, Numbers.before(paging.after()) - 1);
        for (var looked = 0; number > 0 && looked < MOST_RUNS && found.size() < paging.oneMore(); looked++) {
            var decision = decision(number, clientId);
            if (decision.isPresent()) {
                found.add(assignment(decision.get(), number == latest));
                number = decision.get().since();
            }
            number--;
        }
        return Connection.of(found, paging, assignment -> String.valueOf(assignment.sinceRun()), null);
    }

    /** How the latest run parted the clients, VIP first; empty before the first run. */
    public List<TierShare> distribution() {
        return runs.latest().map(TierRun::distribution).orElseGet(List::of);
    }

    /** Clients of the latest run, highest score first, one page. */
    public Connection<TierDecision> members(@Nullable Tier tier, @Nullable Boolean potential, Paging paging) {
        var standing = runs.current().orElse(null);
        if (standing == null) {
            return Connection.of(List.of(), paging, decision -> "", 0L);
        }
        Connection<Integer> rows = Pages.of(
                standing.size(),
                position -> standing.fits(standing.at(position), tier, potential),
                standing::at,
                paging,
                standing.count(tier, potential));
        var decisions = batches.decisions(
                standing.run(), rows.edges().stream().map(Connection.Edge::node).toList());
        var edges = new ArrayList<Connection.Edge<TierDecision>>();
        for (var place = 0; place < decisions.size(); place++) {
            edges.add(new Connection.Edge<>(
                    decisions.get(place), rows.edges().get(place).cursor()));
        }
        return new Connection<>(edges, rows.pageInfo(), rows.totalCount());
    }

    /** A decision by its id, the run's number and the client's. */
    public Optional<TierDecision> decision(String id) {
        var cut = id.indexOf('-');
        try {
            return cut < 1 ? Optional.empty() : decision(Integer.parseInt(id.substring(0, cut)), id.substring(cut + 1));
        } catch (NumberFormatException foreign) {
            return Optional.empty();
        }
    }

    /** The latest decision that confirmed each assignment. */
    public Map<TierAssignment, TierDecision> decisions(Collection<TierAssignment> assignments) {
        var found = new HashMap<TierAssignment, TierDecision>();
        var rows = new HashMap<TierAssignment, Integer>();
        var standing = runs.current().orElse(null);
        for (var assignment : assignments) {
            var row = standing == null || standing.run().number() != assignment.lastRun()
                    ? -1
                    : standing.row(assignment.clientId());
            if (row >= 0) {
                rows.put(assignment, row);
            } else {
                found.put(
                        assignment,
                        decision(assignment.lastRun(), assignment.clientId()).orElseThrow());
            }
        }
        if (standing != null) {
            var present = new HashMap<String, TierDecision>();
            batches.decisions(standing.run(), rows.values().stream().distinct().toList())
                    .forEach(decision -> present.put(decision.clientId(), decision));
            rows.keySet()
                    .forEach(assignment -> found.put(assignment, requireNonNull(present.get(assignment.clientId()))));
        }
        return found;
    }

    private Optional<TierDecision> decision(int number, String clientId) {
        return runs.numbered(number).flatMap(run -> batches.decision(run, clientId));
    }

    private Optional<TierAssignment> of(Standing standing, String clientId) {
        var row = standing.row(clientId);
        if (row < 0) {
            return Optional.empty();
        }
        var since = standing.since(row);
        return Optional.of(new TierAssignment(
                clientId,
                standing.tier(row),
                runs.numbered(since).orElseThrow().asOf(),
                null,
                standing.isPotential(row),
                since,
                standing.run().number()));
    }

    private TierAssignment assignment(TierDecision decision, boolean present) {
        var last = decision.run().number();
        return new TierAssignment(
                decision.clientId(),
                decision.tier(),
                runs.numbered(decision.since()).orElseThrow().asOf(),
                present ? null : runs.numbered(last + 1).orElseThrow().asOf(),
                decision.potential(),
                decision.since(),
                last);
    }
}
