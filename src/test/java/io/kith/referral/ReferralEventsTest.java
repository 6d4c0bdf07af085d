package io.kith.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestGraph;
import io.kith.Watching;
import io.kith.access.Accounts;
import io.kith.access.Level;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Ana brings Ben, who pays, until she loses the credit; Dora the director and Carl of client service watch. */
@KithTest
class ReferralEventsTest {

    private static final String WATCH = "subscription { referralEvents%s { kind referral { id credited status"
            + " referrer { id } referred { id phone } } } }";

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    Accounts accounts;

    @Autowired
    ReferralEvents events;

    @BeforeEach
    void ana() {
        graph.clear();
        api.ask("mutation { registerClient(input: {id: \"ana\", name: \"Ana\"}) { id } }");
        watchedBy(0);
    }

    @Test
    void eachIsToldWhatHeMaySeeAsItHappens() {
        try (var dora = Watching.socket(api.uri("/graphql"), basic("director"), WATCH.formatted(""));
                var carl = Watching.events(
                        api.uri("/graphql"), as("client service"), WATCH.formatted("(clientId: \"ana\")"));
                var dean =
                        Watching.events(api.uri("/graphql"), as("doctor"), WATCH.formatted("(kinds: [RETRACTED])"))) {
            watchedBy(3);
            bring("cleo", "dan");
            bring("ana", "ben");
            api.ask("mutation { recordVisit(input: {clientId: \"ben\", charged: 100}) { id } }");
            api.ask("mutation { retractReferral(input: {referralId: \"r-ben\", reason: \"mistaken\"}) { id } }");

            assertThat(dora.next().at("/referralEvents/referral/id").asString()).isEqualTo("r-dan");
            for (var watcher : new Watching[] {dora, carl}) {
                var recorded = watcher.next().path("referralEvents");
                assertThat(recorded.path("kind").asString()).isEqualTo("RECORDED");
                assertThat(recorded.at("/referral/referrer/id").asString()).isEqualTo("ana");
                assertThat(recorded.at("/referral/referred/phone").asString())
                        .isEqualTo(watcher == dora ? "13800138000" : "138****8000");
                assertThat(watcher.next().at("/referralEvents/kind").asString()).isEqualTo("CONVERTED");
                var retracted = watcher.next().path("referralEvents");
                assertThat(retracted.path("kind").asString()).isEqualTo("RETRACTED");
                assertThat(retracted.at("/referral/credited").asBoolean()).isFalse();
            }
            assertThat(dean.next().at("/referralEvents/kind").asString()).isEqualTo("RETRACTED");
        }
        var log = api.ask("query { operationLog(filter: {clientId: \"ben\", account: \"client-service\"}, first: 1)"
                + " { edges { node { actions outcome } } } }");
        assertThat(log.at("/operationLog/edges/0/node").toString())
                .as("what an event showed is logged")
                .isEqualTo("{\"actions\":[\"Subscription.referralEvents\"],\"outcome\":\"OK\"}");
    }

    @Test
    void nothingIsToldOnceWhoeverWatchesIsAnotherLevel() {
        var name = "dora-" + UUID.randomUUID();
        accounts.create(name, Level.DIRECTOR, Api.PASSWORD, null, null);
        try (var socket = Watching.socket(api.uri("/graphql"), basic(name), WATCH.formatted(""));
                var sent = Watching.events(api.uri("/graphql"), basic(name), WATCH.formatted(""))) {
            watchedBy(2);
            accounts.changeLevel(name, Level.CLIENT_SERVICE, null);
            bring("ana", "ben");
            socket.ended();
            sent.ended();
        }
        accounts.setActive(name, false, null);
    }

    @Test
    void signingOutEndsWhatThePageHadOpened() {
        var name = "carl-" + UUID.randomUUID();
        accounts.create(name, Level.CLIENT_SERVICE, Api.PASSWORD, null, null);
        var page = api.session(name);
        try (var socket = Watching.socket(api.uri("/graphql"), page, WATCH.formatted(""));
                var sent = Watching.events(api.uri("/graphql"), page, WATCH.formatted(""))) {
            watchedBy(2);
            var out = HttpRequest.newBuilder(api.uri("/sign-out")).POST(BodyPublishers.noBody());
            page.forEach(out::header);
            assertThat(Api.send(out.build()).statusCode()).isEqualTo(200);
            socket.ended();
            sent.ended();
        }
        accounts.setActive(name, false, null);
    }

    private void bring(String referrer, String friend) {
        if (referrer.equals("cleo")) {
            api.ask("mutation { registerClient(input: {id: \"cleo\", name: \"Cleo\"}) { id } }");
        }
        api.ask(
                "mutation($input: RecordReferralInput!) { recordReferral(input: $input) { id } }",
                Map.of(
                        "input",
                        Map.of(
                                "id",
                                "r-" + friend,
                                "referrerId",
                                referrer,
                                "newClient",
                                Map.of("id", friend, "name", friend, "phone", "13800138000"))));
    }

    private void watchedBy(int watchers) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> events.watchers() == watchers);
    }

    private Map<String, String> as(String level) {
        api.as(level);
        return basic(level.replace(' ', '-'));
    }

    private static Map<String, String> basic(String name) {
        return Map.of("Authorization", Api.basic(name, Api.PASSWORD));
    }
}
