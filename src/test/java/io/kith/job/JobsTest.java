package io.kith.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestGraph;
import io.kith.edge.Conflict;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Long work told of while it goes on: a job that counts, one step for each permit. */
@KithTest
class JobsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    Jobs jobs;

    @Autowired
    CountingJob counting;

    @BeforeEach
    void nothingYet() {
        graph.clear();
        counting.steps.drainPermits();
    }

    @Test
    void oneOfAKindRunsAtATime() {
        var first = jobs.start(CountingJob.NAME, "3");
        assertThatThrownBy(() -> jobs.start(CountingJob.NAME, "3"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining(first.id());
        counting.steps.release(3);
        assertThat(end(first)).extracting(Job::state, Job::done).containsExactly(JobState.DONE, 3L);
        counting.steps.release(1);
        assertThat(jobs.run(CountingJob.NAME, "1").state()).isEqualTo(JobState.DONE);
    }

    @Test
    void whatAProcessLeftRunningIsInterruptedAndTakenUpAgainWhereItWas() {
        graph.run(
                "CREATE (:Job {id: 'left', kind: 'COUNTING', argument: '5', running: 'COUNTING', state: 'RUNNING', done: 3,"
                        + " checkpoint: '3', attempts: 1, startedBy: 'ana', startedAt: datetime(), updatedAt: datetime()})");
        jobs.afterPropertiesSet();
        assertThat(state("left")).isEqualTo("INTERRUPTED");
        counting.steps.release(2);
        api.ask("mutation { resumeJob(input: {id: \"left\"}) { state attempts } }");
        assertThat(end(jobs.byId("left").orElseThrow()).state()).isEqualTo(JobState.DONE);
        assertThat(counting.takenUpAt).isEqualTo("3");
        assertThat(api.refusedWith("mutation { resumeJob(input: {id: \"left\"}) { state } }"))
                .isEqualTo("CONFLICT");
        assertThat(api.refusedWith("mutation { resumeJob(input: {id: \"nobody\"}) { state } }"))
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void aRunningJobCanBeAskedToStop() {
        var job = jobs.start(CountingJob.NAME, "1000");
        api.ask("mutation($id: ID!) { cancelJob(input: {id: $id}) { id } }", Map.of("id", job.id()));
        counting.steps.release(1);
        assertThat(end(job).state()).isEqualTo(JobState.CANCELLED);
        assertThat(state(job.id())).isEqualTo("CANCELLED");
        assertThat(api.refusedWith("mutation($id: ID!) { cancelJob(input: {id: $id}) { id } }", Map.of("id", job.id())))
                .isEqualTo("CONFLICT");
    }

    @Test
    void aFailureIsToldWithoutItsInsides() {
        counting.steps.release(20);
        var job = end(jobs.start(CountingJob.NAME, "20"));
        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(job.message()).startsWith("Something went wrong").doesNotContain("Thirteen");
        var listed = api.ask("{ jobs(kind: \"COUNTING\", first: 5) { edges { node { id state done total stage } } } }");
        assertThat(listed.at("/jobs/edges/0/node/id").asString()).isEqualTo(job.id());
        assertThat(listed.at("/jobs/edges/0/node/done").asLong()).isEqualTo(12);
    }

    @Test
    void progressIsToldAsItHappens() throws Exception {
        var job = jobs.start(CountingJob.NAME, "2");
        var body = "{\"query\": \"subscription { jobProgress(id: \\\"%s\\\") { state done } }\"}".formatted(job.id());
        var request = HttpRequest.newBuilder(api.uri("/graphql"))
                .header("Authorization", Api.basic("director", Api.PASSWORD))
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var events = HttpClient.newHttpClient().send(request, BodyHandlers.ofLines());
        counting.steps.release(2);
        List<String> told =
                events.body().filter(line -> line.contains("jobProgress")).toList();
        assertThat(told).isNotEmpty();
        assertThat(told.get(told.size() - 1)).contains("DONE").contains("\"done\":2");
    }

    private Job end(Job job) {
        return jobs.watch(job.id()).blockLast(PATIENCE);
    }

    private String state(String id) {
        return api.ask("query($id: ID!) { job(id: $id) { state } }", Map.of("id", id))
                .at("/job/state")
                .asString();
    }
}
