package io.kith.integrity;

import io.kith.client.Clients;
import io.kith.graph.Graph;
import io.kith.job.Job;
import io.kith.job.JobKind;
import io.kith.job.JobRun;
import io.kith.job.Jobs;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Looks at the referrals of all clients, a thousand clients a transaction in order of id; taken up again where it stopped. */
@Component
public class IntegrityScan implements JobKind {

    /** What the job is started by. */
    public static final String NAME = "INTEGRITY_SCAN";

    private static final int BATCH = 1_000;

    private final Graph graph;
    private final Jobs jobs;
    private final Clients clients;
    private final Inspections inspections;

    IntegrityScan(Graph graph, Jobs jobs, Clients clients, Inspections inspections) {
        this.graph = graph;
        this.jobs = jobs;
        this.clients = clients;
        this.inspections = inspections;
    }

    /** Starts a scan in the background. */
    public Job start() {
        return jobs.start(NAME, null);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobRun run) {
        run.stage("REFERRALS", clients.count());
        var after = run.checkpoint() == null ? "" : String.valueOf(run.checkpoint());
        var done = 0L;
        for (var ids = page(after); !ids.isEmpty(); ids = page(after)) {
            var batch = ids;
            graph.write(() -> inspections.inspectAll(batch));
            after = ids.get(ids.size() - 1);
            done += ids.size();
            run.checkpoint(after);
            run.done(done);
        }
    }

    private List<String> page(String after) {
        return graph.list("integrity/ids", Map.of("after", after, "limit", BATCH), row -> row.text("id"));
    }
}
