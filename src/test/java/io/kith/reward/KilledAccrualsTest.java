package io.kith.reward;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.Api;
import io.kith.Parties;
import io.kith.RunningKith;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Killed with kill -9 again and again in the middle of visits and refunds, Kith has a ledger and visits that agree. One kill among
 * visits is in KilledTest; this is the bench profile's.
 */
@EnabledIfSystemProperty(named = "kith.test.faults", matches = "true")
class KilledAccrualsTest {

    private static final int ROUNDS = Integer.getInteger("kith.test.kills", 1);
    private static final int WRITES = 120;
    private static final int WRITERS = 4;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String VISIT =
            "mutation($id: ID, $client: ID!, $key: String) { recordVisit(input: {id: $id, clientId: $client, charged: 100,"
                    + " idempotencyKey: $key}) { id } }";
    private static final String REFUND =
            "mutation($id: ID!, $key: String) { refundVisit(input: {visitId: $id, amount: 40, idempotencyKey: $key}) { id } }";
    private static final String ENTRIES =
            "query($visit: ID!) { rewardEntries(filter: {visitId: $visit, kind: CASH}, first: 200) { edges { node { type } } } }";

    @TempDir
    Path folder;

    private final AtomicInteger visits = new AtomicInteger();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    @Test
    void ledgerAndVisitsAgreeAfterAKill() {
        for (var round = 0; round < ROUNDS; round++) {
            try (var kith = start()) {
                if (round == 0) {
                    theCast(kith);
                }
                write(kith);
            }
        }
        try (var kith = start()) {
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(WRITES / 2);
            var verdict = ask(kith, "{ reconcileRewards { intact entries findings { sentence } } }", Map.of())
                    .at("/data/reconcileRewards");
            assertThat(verdict.path("intact").asBoolean()).as("%s", verdict).isTrue();
            for (var number = 0; number < visits.get(); number++) {
                var id = "v" + number;
                var visit = ask(kith, "query($id: ID!) { visit(id: $id) { refunded { amount } } }", Map.of("id", id))
                        .at("/data/visit");
                var lines = ask(kith, ENTRIES, Map.of("visit", id)).at("/data/rewardEntries/edges");
                var refunded = !visit.isNull()
                        && visit.at("/refunded/amount").decimalValue().signum() > 0;
                assertThat(lines.size())
                        .as("lines of %s: %s", id, visit)
                        .isEqualTo(visit.isNull() ? 0 : refunded ? 2 : 1);
                assertThat(acknowledged.contains(id) && visit.isNull())
                        .as("acknowledged and lost: %s", id)
                        .isFalse();
                assertThat(acknowledged.contains("refund of " + id) && !refunded)
                        .as("acknowledged and lost: the refund of %s", id)
                        .isFalse();
            }
        }
    }

    private RunningKith start() {
        return RunningKith.start(folder.resolve("store"), "--kith.clinic.jurisdiction=generic");
    }

    private static void theCast(RunningKith kith) {
        ask(kith, "mutation { registerClient(input: {id: \"ana\", name: \"Ana\"}) { id } }", Map.of());
        for (var friend = 0; friend < WRITERS; friend++) {
            ask(
                    kith,
                    "mutation($id: ID, $name: String!) { recordReferral(input: {referrerId: \"ana\", newClient: {id: $id,"
                            + " name: $name}}) { id } }",
                    Map.of("id", "friend-" + friend, "name", "Friend " + friend));
        }
        ask(kith, "mutation { signPack(input: {name: \"generic-cash\"}) { id } }", Map.of());
    }

    /** Four friends come and are refunded until so many writes are acknowledged; then the process is killed. */
    private void write(RunningKith kith) {
        var done = new AtomicInteger();
        try (var parties = new Parties()) {
            parties.race(IntStream.range(0, WRITERS)
                    .<Callable<Boolean>>mapToObj(writer -> () -> {
                        while (kith.isAlive()) {
                            var id = "v" + visits.getAndIncrement();
                            send(kith, id, VISIT, Map.of("id", id, "client", "friend-" + writer, "key", id));
                            send(kith, "refund of " + id, REFUND, Map.of("id", id, "key", "refund of " + id));
                            if (done.addAndGet(2) >= WRITES) {
                                kith.kill();
                            }
                        }
                        return true;
                    })
                    .toList());
        }
    }

    private void send(RunningKith kith, String what, String document, Map<String, ?> variables) {
        try {
            var answer = ask(kith, document, variables);
            if (answer.has("data") && !answer.has("errors")) {
                acknowledged.add(what);
            }
        } catch (UncheckedIOException killed) {
            assertThat(what).as("sent to a process that was killed").isNotIn(acknowledged);
        }
    }

    private static JsonNode ask(RunningKith kith, String document, Map<String, ?> variables) {
        var request = HttpRequest.newBuilder(URI.create(kith.address() + "/graphql"))
                .timeout(Duration.ofMinutes(1))
                .header("Content-Type", "application/json")
                .header("Authorization", RunningKith.AUTHORIZATION)
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("query", document, "variables", variables))));
        return JSON.readTree(Api.send(request.build()).body());
    }
}
