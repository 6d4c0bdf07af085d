package io.kith;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.job.CountingJob;
import io.kith.job.Jobs;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the clinic does is counted where Prometheus fetches it, and no line carries what a caller made up. */
@KithTest
class MetricsTest {

    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    Jobs jobs;

    @Autowired
    CountingJob counting;

    @Test
    void whatBecomesOfReferralsAndVisitsIsCountedOnceItIsInTheStore() {
        graph.clear();
        var before = scraped();
        api.ask("mutation { registerClient(input: {id: \"ana\", name: \"Ana\"}) { id } }");
        api.ask(
                "mutation { recordReferral(input: {id: \"r\", referrerId: \"ana\", newClient: {id: \"ben\", name: \"Ben\"}}) { id } }");
        api.ask("mutation { recordVisit(input: {id: \"v\", clientId: \"ben\", charged: 100}) { id } }");
        api.ask("mutation { refundVisit(input: {visitId: \"v\", amount: 40}) { id } }");
        api.ask("mutation { retractReferral(input: {referralId: \"r\", reason: \"mistaken\"}) { id } }");
        api.ask("mutation { attributeReferral(input: {referrerId: \"ana\", referredId: \"ben\"}) { id } }");
        assertThat(api.refusedWith(
                        "mutation { attributeReferral(input: {referrerId: \"ana\", referredId: \"ben\"}) { id } }"))
                .isEqualTo("SECOND_REFERRER");
        counting.steps.drainPermits();
        counting.steps.release(1);
        jobs.run(CountingJob.NAME, "1");

        var after = scraped();
        for (var counted : List.of(
                "kith_referrals_total{event=\"recorded\"}",
                "kith_referrals_total{event=\"credited\"}",
                "kith_referrals_total{event=\"converted\"}",
                "kith_referrals_total{event=\"retracted\"}",
                "kith_visits_total{event=\"recorded\"}",
                "kith_visits_total{event=\"refunded\"}",
                "kith_writes_refused_total{code=\"SECOND_REFERRER\"}",
                "kith_job_runs_total{kind=\"COUNTING\",state=\"DONE\"}")) {
            assertThat(value(after, counted) - value(before, counted))
                    .as(counted)
                    .isEqualTo(1);
        }
        assertThat(after)
                .contains("kith_job_stage_seconds_count{kind=\"COUNTING\"")
                .contains("kith_network_clients");
    }

    /** An operation's name is whatever its sender likes: as a label it would make a new series a request. */
    @Test
    void operationsAreTimedByTypeAndOutcomeAlone() {
        api.ask("query MadeUpByACaller { me { name } }");
        var requests = scraped()
                .lines()
                .filter(line -> line.startsWith("graphql_request_seconds_count"))
                .toList();
        assertThat(requests).anyMatch(line -> line.contains("graphql_operation_type=\"query\""));
        assertThat(scraped()).doesNotContain("MadeUpByACaller");
        var labels = requests.stream()
                .flatMap(line -> LABEL.matcher(line).results().map(label -> label.group(1)))
                .distinct();
        assertThat(labels).containsExactlyInAnyOrder("error", "graphql_operation_type", "graphql_outcome");
    }

    private String scraped() {
        return Api.send(HttpRequest.newBuilder(api.uri("/actuator/prometheus"))
                        .header("Authorization", Api.basic("director", Api.PASSWORD))
                        .build())
                .body();
    }

    private static double value(String scraped, String series) {
        return scraped.lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .sum();
    }
}
