package io.kith.tier;

import static java.util.Objects.requireNonNull;

import io.kith.graph.Graph;
import io.kith.graph.Row;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a run keeps its inputs and decisions: in batches of a thousand clients in order of id, each figure an array. */
@Component
class TierBatches {

    static final int SIZE = 1_000;

    /** What a run decided of all its clients, by row. */
    record Decided(
            List<String> ids,
            List<Tier> tiers,
            List<@Nullable Tier> previous,
            List<Long> scores,
            List<Integer> below,
            List<Integer> places,
            BitSet potential,
            BitSet held,
            List<Integer> since,
            List<String> hashes) {}

    private final Graph graph;

    TierBatches(Graph graph) {
        this.graph = graph;
    }

    void write(String runId, int number, Map<String, Object> figures) {
        var batch = new HashMap<>(figures);
        batch.put("runId", runId);
        batch.put("number", number);
        graph.write(() -> {
            graph.run("tier/write-batch", Map.of("key", key(runId, number), "batch", batch));
            return true;
        });
    }

    /** Deletes what a run that is not complete has read. */
    void forget(String runId) {
        repeat("tier/forget-batches", runId);
    }

    /** Deletes what runs other than this one left that never became complete. */
    void forgetUnfinished(String runId) {
        repeat("tier/forget-unfinished", runId);
    }

    Inputs inputs(String runId) {
        var ids = new ArrayList<String>();
        var columns = new Columns();
        graph.each("tier/input-batches", Map.of("runId", runId), row -> {
            var batch = row.row("batch");
            ids.addAll(batch.texts("clientIds"));
            columns.add(batch);
        });
        return new Inputs(ids.toArray(String[]::new), columns.all(ids.size()));
    }

    Decided decided(String runId) {
        var all = new Decided(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new BitSet(),
                new BitSet(),
                new ArrayList<>(),
                new ArrayList<>());
        graph.each("tier/decision-batches", Map.of("runId", runId), row -> {
            var batch = row.row("batch");
            var first = all.ids().size();
            all.ids().addAll(batch.texts("clientIds"));
            batch.texts("tiers").forEach(name -> all.tiers().add(Tier.valueOf(name)));
            batch.texts("previous").forEach(name -> all.previous().add(TierDecision.before(name)));
            all.scores().addAll(batch.numbers("scores"));
            all.below().addAll(batch.counts("below"));
            all.places().addAll(batch.counts("places"));
            batch.counts("potential").forEach(place -> all.potential().set(first + place));
            batch.counts("held").forEach(place -> all.held().set(first + place));
            all.since().addAll(batch.counts("since"));
            all.hashes().addAll(batch.texts("hashes"));
        });
        return all;
    }

    Standing standing(TierRun run) {
        var ids = new String[run.clients()];
        var tiers = new Tier[run.clients()];
        var potential = new BitSet();
        var since = new int[run.clients()];
        var scores = new long[run.clients()];
        var filled = new int[1];
        graph.each("tier/standing-batches", Map.of("runId", run.id()), row -> {
            var batch = row.row("batch");
            var first = filled[0];
            var clients = batch.texts("clientIds");
            var names = batch.texts("tiers");
            var numbers = batch.counts("since");
            var points = batch.numbers("scores");
            for (var place = 0; place < clients.size(); place++) {
                ids[first + place] = clients.get(place);
                tiers[first + place] = Tier.valueOf(names.get(place));
                since[first + place] = numbers.get(place);
                scores[first + place] = points.get(place);
            }
            batch.counts("potential").forEach(place -> potential.set(first + place));
            filled[0] = first + clients.size();
        });
        return new Standing(run, ids, tiers, potential, since, scores);
    }

    /** The decisions of a run about the clients of some rows. */
    List<TierDecision> decisions(TierRun run, List<Integer> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var wanted = rows.stream()
                .map(row -> Map.of("key", key(run.id(), row / SIZE), "place", row % SIZE))
                .toList();
        return graph.list("tier/decisions", Map.of("wanted", wanted), row -> TierDecision.of(row, run));
    }

    /** The decision of a run about a client; empty where it did not place her. */
    Optional<TierDecision> decision(TierRun run, String clientId) {
        return graph.one(
                "tier/decision", Map.of("runId", run.id(), "clientId", clientId), row -> TierDecision.of(row, run));
    }

    private void repeat(String statement, String runId) {
        long forgotten;
        do {
            forgotten = requireNonNull(
                    graph.write(() -> graph.one(statement, Map.of("runId", runId), row -> row.number("forgotten"))
                            .orElse(0L)));
        } while (forgotten > 0);
    }

    private static String key(String runId, int number) {
        return runId + " " + number;
    }

    /** The inputs of batch after batch, put together at the end. */
    private static final class Columns {

        private final List<List<long[]>> parts = new ArrayList<>();

        Columns() {
            for (var ignored : Input.values()) {
                parts.add(new ArrayList<>());
            }
        }

        void add(Row batch) {
            for (var input : Input.values()) {
                var values = batch.numbers(input.property());
                parts.get(input.ordinal())
                        .add(values.stream().mapToLong(Long::longValue).toArray());
            }
        }

        long[][] all(int size) {
            var columns = new long[parts.size()][size];
            for (var column = 0; column < columns.length; column++) {
                var filled = 0;
                for (var part : parts.get(column)) {
                    System.arraycopy(part, 0, columns[column], filled, part.length);
                    filled += part.length;
                }
            }
            return columns;
        }
    }
}
