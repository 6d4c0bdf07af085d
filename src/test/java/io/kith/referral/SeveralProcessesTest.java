package io.kith.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kith.Api;
import io.kith.Parties;
import io.kith.access.Accounts;
import io.kith.access.Level;
import io.kith.client.Clients;
import io.kith.client.NewClient;
import io.kith.edge.Conflict;
import io.kith.edge.Connection;
import io.kith.edge.Paging;
import io.kith.edge.Refusal;
import io.kith.graph.ChangeFeed;
import io.kith.graph.Processes;
import io.kith.graph.SharedStore;
import io.kith.influence.InfluenceRuns;
import io.kith.intake.Imports;
import io.kith.job.CountingSteps;
import io.kith.job.JobState;
import io.kith.job.Jobs;
import io.kith.visit.NewVisit;
import io.kith.visit.Visits;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Two whole Kiths on one database: what one writes the other answers with, and no work is done twice. */
class SeveralProcessesTest {

    private static final int FORESTS = Integer.getInteger("kith.test.shared-forests", 10);
    private static final long SEED = Long.getLong("kith.test.seed", 20260101L);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AsOf NOW = new AsOf(null, null);
    private static final Paging ALL = Paging.of(200, null);

    private static SharedStore store;
    private static ApplicationContext ana;
    private static ApplicationContext ben;

    @BeforeAll
    static void twoOnOneDatabase() {
        store = new SharedStore();
        ana = store.start();
        ben = store.start();
    }

    @AfterAll
    static void end() {
        store.close();
    }

    @Test
    void bothProjectionsAnswerAsTheGraphDoesAfterInterleavedWrites() {
        var slowest = Duration.ZERO;
        try (var parties = new Parties()) {
            for (var forest = 0; forest < FORESTS; forest++) {
                var random = new Random(SEED + forest);
                var cast = plant(forest, random);
                var outcomes = parties.race(IntStream.range(0, 4)
                        .mapToObj(writer -> writing(writer % 2 == 0 ? ana : ben, cast, new Random(random.nextLong())))
                        .toList());
                assertThat(outcomes).allMatch(outcome -> outcome.refusal() == null);
                for (var kith : List.of(ana, ben)) {
                    var waited = heardOfAll(kith);
                    slowest = waited.compareTo(slowest) > 0 ? waited : slowest;
                    for (var client : cast) {
                        compare(kith, client, "seed %d, forest %d, client %s".formatted(SEED, forest, client));
                    }
                }
            }
        }
        System.out.printf(
                "Two processes, %d forests: in step %d ms after the last write at the latest.%n",
                FORESTS, slowest.toMillis());
        assertThat(slowest).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void anImportInOneShowsInTheOther(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("clients.csv"), "id,name\nI1,Ana\nI2,Ben\nI3,Cleo\n");
        Files.writeString(
                folder.resolve("referrals.csv"),
                "id,referrer_id,referred_id,occurred_on\nR1,I1,I2,2026-01-02\nR2,I2,I3,2026-01-03\n");
        ana.getBean(Imports.class).run(folder, false, progress -> {});
        await().atMost(PATIENCE)
                .until(() -> chains(ben).upline("I3", null).stream()
                        .map(UplineStep::clientId)
                        .toList()
                        .equals(List.of("I2", "I1")));
    }

    @Test
    void aProcessWhosePlaceWasForgottenReadsEverythingAnew() {
        var feed = ben.getBean(ChangeFeed.class);
        feed.stop();
        register(ana, "forgotten-1");
        ana.getBean(Referrals.class)
                .record(
                        new NewReferral(null, "forgotten-1", null, null, client("forgotten-2"), null, null, null),
                        null);
        var teller = ana.getBean(Processes.class).id();
        var gone = store.run(
                "MATCH (process:Process {id: $id}) MATCH (change:Change {process: $id})"
                        + " WITH process, max(change.sequence) AS last, collect(change) AS changes"
                        + " SET process.forgottenTo = last FOREACH (change IN changes | DELETE change)"
                        + " RETURN last",
                Map.of("id", teller));
        assertThat(gone).hasSize(1);
        assertThat(chains(ben).upline("forgotten-2", null)).isEmpty();
        feed.start();
        compare(ben, "forgotten-2", "after the place was forgotten");
        assertThat(chains(ben).root("forgotten-2")).isEqualTo("forgotten-1");
    }

    @Test
    void oneJobOfAKindRunsInAllProcessesTogetherAndAnyOfThemStopsIt() {
        var job = ana.getBean(Jobs.class).start("COUNTING", "1000000");
        var elsewhere = ben.getBean(Jobs.class);
        assertThatThrownBy(() -> elsewhere.start("COUNTING", "3"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining(job.id());
        elsewhere.cancel(job.id());
        CountingSteps.release(ana, 2);
        assertThat(end(elsewhere, job.id())).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void whatADeadProcessLeftIsInterruptedByTheOthersAndResumedByAny() {
        store.run(
                "CREATE (:Process {id: 'gone', startedAt: datetime.realtime(), seenAt: datetime.realtime() - duration('PT1M')})"
                        + " CREATE (:Job {id: 'left', kind: 'COUNTING', argument: '5', running: 'COUNTING', state: 'RUNNING', done: 3,"
                        + " checkpoint: '3', owner: 'gone', attempts: 1, startedBy: 'cleo', startedAt: datetime(), updatedAt: datetime()})",
                Map.of());
        var jobs = ben.getBean(Jobs.class);
        await().atMost(PATIENCE).until(() -> jobs.byId("left").orElseThrow().state() == JobState.INTERRUPTED);
        CountingSteps.release(ben, 2);
        jobs.resume("left");
        assertThat(end(ana.getBean(Jobs.class), "left")).isEqualTo(JobState.DONE);
    }

    @Test
    void aRunFinishedInOneIsReadByTheOther() {
        register(ana, "scored");
        heardOfAll(ben);
        ben.getBean(InfluenceRuns.class).latest();
        var run = ana.getBean(InfluenceRuns.class).runNow();
        await().atMost(PATIENCE)
                .until(() -> ben.getBean(InfluenceRuns.class)
                        .latest()
                        .filter(latest -> latest.id().equals(run.id()))
                        .isPresent());
        assertThat(ben.getBean(InfluenceRuns.class).score("scored")).isPresent();
    }

    @Test
    void whatAnAccountMayDoIsTakenFromItInEveryProcessAtTheVeryNextRequest() {
        var accounts = ana.getBean(Accounts.class);
        accounts.create("dora", Level.DIRECTOR, Api.PASSWORD, null, null);
        var dora = ben.getBean(Api.class).with(Api.basic("dora", Api.PASSWORD));
        var question = "{ accounts { totalCount } }";
        assertThat(dora.ask(question).at("/accounts/totalCount").asInt()).isEqualTo(2);
        accounts.changeLevel("dora", Level.CLIENT_SERVICE, null);
        assertThat(dora.refusedWith(question)).isEqualTo("FORBIDDEN");
        accounts.changeLevel("dora", Level.DIRECTOR, null);
        var token =
                dora.ask("mutation { createAccessToken(input: {name: \"phone\", days: 1}) { secret token { id } } }");
        var byToken = ana.getBean(Api.class)
                .with("Bearer " + token.at("/createAccessToken/secret").asString());
        assertThat(byToken.ask(question).at("/accounts/totalCount").asInt()).isEqualTo(2);
        dora.ask(
                "mutation($id: ID!) { revokeAccessToken(input: {id: $id}) { id } }",
                Map.of("id", token.at("/createAccessToken/token/id").asString()));
        assertThat(byToken.refusedWith(question)).isEqualTo("UNAUTHENTICATED");
        var page = ben.getBean(Api.class).session("dora");
        accounts.setActive("dora", false, null);
        assertThat(status(ben, page, "Authorization: Nothing"))
                .as("a credential that is none spares nobody the look into the graph")
                .isEqualTo(401);
        assertThat(dora.refusedWith(question)).isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void whoShowsTheChangeOfHerWriteReadsItInAnyProcess() {
        register(ben, "own-0");
        heardOfAll(ana);
        for (var place = 1; place <= 20; place++) {
            var written = send(
                    ana,
                    null,
                    "mutation { recordReferral(input: {referrerId: \"own-%d\", newClient: {id: \"own-%d\", name: \"Own\"}}) { id } }"
                            .formatted(place - 1, place));
            var change = written.headers().firstValue("Kith-Change").orElseThrow();
            var read = send(ben, change, "{ client(id: \"own-%d\") { root { id } } }".formatted(place));
            assertThat(read.body()).contains("own-0");
            assertThat(read.headers().firstValue("Kith-Change")).isEmpty();
        }
    }

    private static HttpResponse<String> send(ApplicationContext kith, @Nullable String change, String document) {
        var body = JsonMapper.shared().writeValueAsString(Map.of("query", document));
        var request = HttpRequest.newBuilder(kith.getBean(Api.class).uri("/graphql"))
                .header("Content-Type", "application/json")
                .header("Authorization", Api.basic("director", Api.PASSWORD))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (change != null) {
            request.header("Kith-Change", change);
        }
        return Api.send(request.build());
    }

    /** What a page is answered when it sends one more header. */
    private static int status(ApplicationContext kith, Map<String, String> page, String header) {
        var request = HttpRequest.newBuilder(kith.getBean(Api.class).uri("/graphql"))
                .header("Content-Type", "application/json")
                .headers(header.split(": "))
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\": \"{ me { name } }\"}"));
        page.forEach(request::header);
        return Api.send(request.build()).statusCode();
    }

    private static JobState end(Jobs jobs, String id) {
        return Objects.requireNonNull(jobs.watch(id).blockLast(PATIENCE)).state();
    }

    private static Duration heardOfAll(ApplicationContext kith) {
        var feed = kith.getBean(ChangeFeed.class);
        var from = System.nanoTime();
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .atMost(PATIENCE)
                .until(() -> feed.staleness().toNanos() < System.nanoTime() - from);
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private static void compare(ApplicationContext kith, String client, String where) {
        var chains = chains(kith);
        assertThat(chains.upline(client, null).stream().map(UplineStep::clientId))
                .as(where)
                .containsExactlyElementsOf(chains.upline(client, NOW).stream()
                        .map(UplineStep::clientId)
                        .toList());
        assertThat(nodes(chains.downline(client, null, null, ALL)))
                .as(where)
                .isEqualTo(nodes(chains.downline(client, null, NOW, ALL)));
        assertThat(chains.summary(client, null)).as(where).isEqualTo(chains.summary(client, NOW));
    }

    private static List<DownlineStep> nodes(Connection<DownlineStep> page) {
        return page.edges().stream().map(Connection.Edge::node).toList();
    }

    private static List<String> plant(int forest, Random random) {
        var cast = new ArrayList<String>();
        for (var place = 0; place < 4 + random.nextInt(6); place++) {
            var id = "s%d-%d".formatted(forest, place);
            var kith = random.nextBoolean() ? ana : ben;
            if (cast.isEmpty() || random.nextInt(3) == 0) {
                register(kith, id);
            } else {
                var referrer = cast.get(random.nextInt(cast.size()));
                kith.getBean(Referrals.class)
                        .record(new NewReferral(null, referrer, null, null, client(id), null, null, null), null);
            }
            cast.add(id);
        }
        return cast;
    }

    private static Callable<Boolean> writing(ApplicationContext kith, List<String> cast, Random random) {
        return () -> {
            for (var write = 0; write < 5; write++) {
                try {
                    writeSomething(kith, cast, random);
                } catch (Refusal byRule) {
                    assertThat(byRule.code()).isIn("CYCLE", "SECOND_REFERRER", "SELF_REFERRAL", "CONFLICT");
                }
            }
            return true;
        };
    }

    private static void writeSomething(ApplicationContext kith, List<String> cast, Random random) {
        var referrals = kith.getBean(Referrals.class);
        var visits = kith.getBean(Visits.class);
        var one = cast.get(random.nextInt(cast.size()));
        var other = cast.get(random.nextInt(cast.size()));
        switch (random.nextInt(4)) {
            case 0 -> referrals.record(new NewReferral(null, one, null, other, null, null, null, null), null);
            case 1 ->
                referrals
                        .creditedTo(List.of(one))
                        .values()
                        .forEach(referral -> referrals.retract(referral.id(), "so it goes", null));
            case 2 -> visit(visits, one, BigDecimal.valueOf(random.nextInt(100)));
            default ->
                visits.refund(
                        visit(visits, one, BigDecimal.TEN), BigDecimal.valueOf(1 + random.nextInt(10)), null, null);
        }
    }

    private static String visit(Visits visits, String client, BigDecimal paid) {
        return visits.record(new NewVisit(null, client, null, paid, paid, List.of(), List.of()), null)
                .id();
    }

    private static void register(ApplicationContext kith, String id) {
        kith.getBean(Clients.class).register(client(id), null);
    }

    private static NewClient client(String id) {
        return new NewClient(id, "Client " + id, null, null, null, null, null);
    }

    private static Chains chains(ApplicationContext kith) {
        return kith.getBean(Chains.class);
    }
}
