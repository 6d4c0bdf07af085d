package io.kith.care;

import io.kith.graph.Graph;
import io.kith.job.JobKind;
import io.kith.job.JobRun;
import io.kith.touchpoint.StaffTies;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Brings everything kept about clients in line with their visits and contacts and plans their follow-ups: after an
 * import, which writes to the graph without telling anyone. A thousand clients a transaction; again changes nothing.
 */
@Component
public class Renewal implements JobKind {

    /** What the job is started by. */
    public static final String NAME = "CARE_RENEWAL";

    private static final int BATCH = 1_000;

    private final Graph graph;
    private final StaffTies ties;
    private final Retention retention;
    private final FollowUps followUps;

    Renewal(Graph graph, StaffTies ties, Retention retention, FollowUps followUps) {
        this.graph = graph;
        this.ties = ties;
        this.retention = retention;
        this.followUps = followUps;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobRun run) {
        run.stage("ties and activity", null);
        var checkpoint = run.checkpoint();
        var after = checkpoint == null ? "" : checkpoint;
        var renewed = 0L;
        for (var ids = page(after); !ids.isEmpty(); ids = page(after)) {
            ties.weigh(ids);
            retention.renew(ids);
            renewed += ids.size();
            after = ids.get(ids.size() - 1);
            run.checkpoint(after);
            run.done(renewed);
        }
        run.stage("follow-ups", null);
        run.done(followUps.planAll());
    }

    private List<String> page(String after) {
        return graph.list("care/ids", Map.of("after", after, "limit", BATCH), row -> row.text("id"));
    }
}
