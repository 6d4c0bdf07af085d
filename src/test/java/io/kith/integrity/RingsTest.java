package io.kith.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.KithTest;
import io.kith.TestGraph;
import io.kith.edge.Conflict;
import io.kith.job.JobState;
import io.kith.job.Jobs;
import io.kith.referral.Referrals;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Fifty rings among honest clients: all are found, hardly anyone else is, no family is; nobody is punished. */
@KithTest
class RingsTest {

    /** 100,000 with -Dkith.test.clients=100000, as F20 asks. */
    private static final int CLIENTS = Integer.getInteger("kith.test.clients", 4_000);

    private static final long SEED = Long.getLong("kith.test.seed", 20261122L);
    private static final int RINGS = 50;

    @Autowired
    TestGraph graph;

    @Autowired
    Referrals referrals;

    @Autowired
    Jobs jobs;

    @Test
    void allRingsAreFoundAndHardlyAnybodyElse() {
        var planted = Rings.planted(new Random(SEED), CLIENTS, RINGS);
        planted.write(graph, referrals);
        var linksBefore = count("MATCH ()-[link:REFERRED]->() RETURN count(link) AS n");
        var began = System.nanoTime();
        scanInterrupted();
        var seconds = (System.nanoTime() - began) / 1e9;

        var suspected = new HashSet<String>();
        var concerned = new HashSet<String>();
        graph.run("MATCH (:Finding)-[:ABOUT]->(referral:Referral) RETURN DISTINCT referral.id AS id")
                .forEach(row -> suspected.add(row.get("id").asString()));
        graph.run("MATCH (:Finding)-[:CONCERNS]->(client:Client) RETURN DISTINCT client.id AS id")
                .forEach(row -> concerned.add(row.get("id").asString()));
        for (var ring : planted.rings()) {
            assertThat(suspected)
                    .as("seed %d: every false referral of a %s", SEED, ring.kind())
                    .containsAll(ring.referrals());
        }
        assertThat(concerned).as("seed %d: families", SEED).doesNotContainAnyElementsOf(planted.families());
        var falselyFlagged = new HashSet<>(concerned);
        planted.rings().forEach(ring -> falselyFlagged.removeAll(ring.clients()));
        var rate = 100.0 * falselyFlagged.size() / planted.honestClients();
        System.out.printf(
                "%,d clients, %d in families, seed %d: %d rings found, %d honest clients flagged (%.2f %%), scan %.1f s%n",
                planted.clients(), planted.families().size(), SEED, RINGS, falselyFlagged.size(), rate, seconds);
        assertThat(rate).as("seed %d: honest clients flagged, in percent", SEED).isLessThanOrEqualTo(1.0);
        assertThat(count("MATCH ()-[link:REFERRED]->() RETURN count(link) AS n"))
                .as("links")
                .isEqualTo(linksBefore);

        var steps = count("MATCH (step:FindingStep) RETURN count(step) AS n");
        jobs.run(IntegrityScan.NAME, null);
        assertThat(count("MATCH (step:FindingStep) RETURN count(step) AS n"))
                .as("steps after another scan")
                .isEqualTo(steps);
    }

    /** Stopped as soon as it runs and taken up again, it finds the same. */
    private void scanInterrupted() {
        var job = jobs.start(IntegrityScan.NAME, null);
        try {
            jobs.cancel(job.id());
        } catch (Conflict ended) {
            assertThat(jobs.byId(job.id()).orElseThrow().state()).isEqualTo(JobState.DONE);
        }
        var end = jobs.watch(job.id()).blockLast();
        assertThat(end).isNotNull();
        if (end.state() == JobState.CANCELLED) {
            jobs.resume(job.id());
            end = jobs.watch(job.id()).blockLast();
        }
        assertThat(end).isNotNull();
        assertThat(end.state()).isEqualTo(JobState.DONE);
    }

    private long count(String cypher) {
        return graph.run(cypher).get(0).get("n").asLong();
    }
}
