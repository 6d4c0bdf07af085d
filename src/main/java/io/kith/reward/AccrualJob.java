package io.kith.reward;

import io.kith.graph.Graph;
import io.kith.job.JobKind;
import io.kith.job.JobRun;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Posts what visits already recorded earn under the pack in force: after an import, which tells nobody, and once a pack is
 * signed. In the order the visits happened, a hundred a transaction; again, or after an interruption, it adds what is missing.
 */
@Component
public class AccrualJob implements JobKind {

    /** What the job is started by. */
    public static final String NAME = "REWARD_ACCRUAL";

    private static final int BATCH = 100;
    private static final String FROM_THE_START = "1800-01-01T00:00:00Z ";

    private final Graph graph;
    private final Packs packs;
    private final Earnings earnings;

    AccrualJob(Graph graph, Packs packs, Earnings earnings) {
        this.graph = graph;
        this.packs = packs;
        this.earnings = earnings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobRun run) {
        var signature = packs.required();
        run.stage("visits", null);
        var checkpoint = run.checkpoint();
        var after = checkpoint == null ? FROM_THE_START : checkpoint;
        var done = 0L;
        for (var visits = page(after); !visits.isEmpty(); visits = page(after)) {
            var batch = visits;
            graph.write(() -> accrue(batch, signature));
            done += visits.size();
            after = visits.get(visits.size() - 1).checkpoint();
            run.checkpoint(after);
            run.done(done);
        }
    }

    private int accrue(List<Turn> visits, PackSignature signature) {
        return packs.inForce().filter(now -> now.id().equals(signature.id())).isEmpty()
                ? 0
                : earnings.post(visits.stream().map(Turn::id).toList(), signature, false);
    }

    private List<Turn> page(String after) {
        var cut = after.indexOf(' ');
        var parameters =
                Map.of("afterAt", at(after.substring(0, cut)), "afterId", after.substring(cut + 1), "limit", BATCH);
        return graph.list("reward/visits-to-accrue", parameters, row -> new Turn(row.instant("at"), row.text("id")));
    }

    private static OffsetDateTime at(String text) {
        return Instant.parse(text).atOffset(ZoneOffset.UTC);
    }

    /** Where a visit stands in the order of them all; what it earns is read anew under the ledger's lock. */
    private record Turn(Instant at, String id) {

        String checkpoint() {
            return at + " " + id;
        }
    }
}
