package io.kith;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kith.graph.StoreCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Killed or stopped in the middle of writes, Kith has every write it acknowledged, once and whole. */
class KilledTest {

    private static final int ROUNDS = Integer.getInteger("kith.test.kills", 1);
    private static final int WRITES_A_ROUND = Integer.getInteger("kith.test.kill-writes", 40);
    private static final int WRITERS = 4;
    private static final int WRITERS_WHEN_STOPPED = 8;
    private static final String PACKS = "--kith.clinic.jurisdiction=generic";
    private static final String WATCH = "subscription { referralEvents { kind } }";
    private static final String FRIEND = "query($id: ID!) { client(id: $id) { name referrer { id }"
            + " referralsReceived { edges { node { credited } } } } }";
    private static final String VISIT = "mutation($input: RecordVisitInput!) { recordVisit(input: $input) { id } }";
    private static final String PAID = "query($id: ID!) { visit(id: $id) { id }"
            + " rewardEntries(filter: {visitId: $id, kind: CASH}, first: 200) { edges { node { id } } } }";
    private static final String FRIENDS =
            "query($first: Int!) { clients(first: $first) { edges { node { id name } } } }";
    private static final String BRING =
            "mutation($input: RecordReferralInput!) { recordReferral(input: $input) { id } }";
    private static final String BROUGHT = "{ client(id: \"ana\") { downlineSummary { clients } } }";
    private static final String RECONCILED = "{ reconcileRewards { intact findings { sentence } } }";
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    Path folder;

    private final AtomicInteger names = new AtomicInteger();
    private final Set<String> paid = ConcurrentHashMap.newKeySet();

    /** What is looked at in the end went through a backup too: taken of the killed store, the folder wiped, put back. */
    @Test
    void everyAcknowledgedWriteIsThereAfterAKillAndInTheBackup() throws IOException {
        var store = folder.resolve("store");
        var random = new Random(7);
        for (var round = 0; round < ROUNDS; round++) {
            try (var kith = RunningKith.start(store, PACKS)) {
                if (round == 0) {
                    ask(kith, "mutation { registerClient(input: {id: \"ana\", name: \"Ana\"}) { id } }", Map.of());
                    ask(kith, "mutation { registerClient(input: {id: \"ben\", name: \"Ben\"}) { id } }", Map.of());
                    bring(kith, "ben", "payer");
                    ask(kith, "mutation { signPack(input: {name: \"generic-cash\"}) { id } }", Map.of());
                }
                write(kith, WRITERS, WRITES_A_ROUND / 2 + random.nextInt(WRITES_A_ROUND), kith::kill);
            }
        }
        var backup = folder.resolve("backup.zip").toString();
        assertThat(command(store, "backup", backup)).isZero();
        assertThat(command(store, "backup", backup)).as("over an older one").isEqualTo(2);
        assertThat(command(store, "restore", backup)).as("over a store").isEqualTo(2);
        FileSystemUtils.deleteRecursively(store);
        assertThat(command(store, "restore", backup)).isZero();
        try (var kith = RunningKith.start(store, lockedDown())) {
            assertThat(command(store, "backup", backup + "2"))
                    .as("while it runs")
                    .isEqualTo(2);
            assertThat(acknowledged()).hasSizeGreaterThanOrEqualTo(ROUNDS * WRITES_A_ROUND / 2);
            friendsAreThereOnceAndWhole(kith);
            visitsAndLedgerAgree(kith);
            answersKeptDocumentsAlone(kith);
            sendsNoAnswerBeyondTheLimit(kith);
            stopWhileWatched(kith);
        }
        assertThat(acknowledged()).as("acknowledged before a kill or a stop").isSubsetOf(StoreCheck.column(store, """
                        MATCH (:Client {id: 'ana'})-[:MADE]->(made:Referral {credited: true})-[:OF]->(friend:Client)
                        WHERE friend.name = friend.id AND EXISTS { (:Client {id: 'ana'})-[:REFERRED]->(friend) }
                        RETURN friend.id
                        """));
        assertThat(StoreCheck.faults(store)).isEmpty();
        assertThat(Files.readAllLines(folder.resolve("kith.log"), UTF_8))
                .as("a log of JSON")
                .isNotEmpty()
                .allSatisfy(line -> assertThat(
                                JSON.readTree(line).path("@timestamp").asString())
                        .isNotEmpty());
    }

    private List<String> acknowledged() throws IOException {
        return Files.readAllLines(folder.resolve("acknowledged"), UTF_8);
    }

    private void friendsAreThereOnceAndWhole(RunningKith kith) throws IOException {
        var acknowledged = Set.copyOf(acknowledged());
        for (var number = 0; number < names.get(); number++) {
            var name = "friend-" + number;
            var there = friend(kith, name);
            if (acknowledged.contains(name)) {
                assertThat(isWhole(there)).as("acknowledged and lost: %s", name).isTrue();
            } else {
                assertThat(there.isNull() || isWhole(there))
                        .as("half done: %s", name)
                        .isTrue();
                bring(kith, name);
                assertThat(isWhole(friend(kith, name)))
                        .as("sent again: %s", name)
                        .isTrue();
            }
        }
        assertThat(ask(kith, BROUGHT, Map.of())
                        .at("/data/client/downlineSummary/clients")
                        .asInt())
                .as("doubled")
                .isEqualTo(names.get());
    }

    /** Eight bring friends and one watches when the operator stops Kith: it ends soon, and by itself. */
    private void stopWhileWatched(RunningKith kith) throws IOException {
        var graphQl = URI.create(kith.address() + "/graphql");
        try (var watching = Watching.events(graphQl, Map.of("Authorization", RunningKith.AUTHORIZATION), WATCH)) {
            var began = new AtomicLong();
            write(kith, WRITERS_WHEN_STOPPED, WRITES_A_ROUND, () -> {
                began.set(System.nanoTime());
                assertThat(kith.stop()).as("status after SIGTERM").isEqualTo(143);
            });
            assertThat(Duration.ofNanos(System.nanoTime() - began.get())).isLessThan(Duration.ofSeconds(25));
            assertThat(watching.next().at("/referralEvents/kind").asString()).isEqualTo("RECORDED");
        }
    }

    /** Kith with all that bounds it further switched on. */
    private String[] lockedDown() throws IOException {
        var documents = Files.createDirectory(folder.resolve("documents"));
        Files.writeString(documents.resolve("friend.graphql"), FRIEND + "\n", UTF_8);
        var others = Stream.of(FRIENDS, BRING, VISIT, PAID, BROUGHT, RECONCILED, WATCH)
                .collect(Collectors.toMap(document -> "id " + document.hashCode(), document -> document));
        Files.writeString(documents.resolve("made-by-a-tool.json"), JSON.writeValueAsString(others));
        return new String[] {
            PACKS,
            "--kith.documents.only=true",
            "--kith.documents.folder=" + documents,
            "--kith.query.response-bytes=2000",
            "--logging.level.org.springframework.boot=info",
            "--logging.structured.format.file=ecs",
            "--logging.file.name=" + folder.resolve("kith.log")
        };
    }

    private static void answersKeptDocumentsAlone(RunningKith kith) throws IOException {
        var other = ask(kith, "{ me { name } }", Map.of());
        assertThat(other.at("/errors/0/extensions/code").asString()).isEqualTo("DOCUMENT_NOT_KEPT");
        var byHash = byHash(kith, sha256(FRIEND));
        assertThat(byHash.at("/data/client/referrer/id").asString()).isEqualTo("ana");
        assertThat(byHash(kith, sha256("{ me { name } }"))
                        .at("/errors/0/message")
                        .asString())
                .isEqualTo("PersistedQueryNotFound");
        for (var question : PageQueries.all().entrySet()) {
            assertThat(ask(kith, question.getValue(), Map.of()).toString())
                    .as("the page's %s", question.getKey())
                    .doesNotContain("DOCUMENT_NOT_KEPT");
        }
    }

    private static void sendsNoAnswerBeyondTheLimit(RunningKith kith) {
        assertThat(ask(kith, FRIENDS, Map.of("first", 10)).has("errors")).isFalse();
        var large = ask(kith, FRIENDS, Map.of("first", 200));
        assertThat(large.at("/errors/0/extensions/code").asString()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(large.has("data")).isFalse();
    }

    /** Status of a command on a store, run in this process. */
    private static int command(Path store, String... words) {
        return Commands.run(Stream.concat(Stream.of(words), Stream.of("--kith.store.directory=" + store))
                .toArray(String[]::new));
    }

    private static JsonNode byHash(RunningKith kith, String hash) {
        var extensions = Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash));
        return send(kith, Map.of("extensions", extensions, "variables", Map.of("id", "friend-0")));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Writers bring friends until so many are acknowledged; then the process is ended under their hands. */
    private void write(RunningKith kith, int writers, int enough, Runnable end) throws IOException {
        var done = new AtomicInteger();
        try (var parties = new Parties();
                var list = FileChannel.open(
                        folder.resolve("acknowledged"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.APPEND)) {
            parties.race(IntStream.range(0, writers)
                    .<Callable<Boolean>>mapToObj(writer -> () -> {
                        while (kith.isAlive()) {
                            var name = "friend-" + names.getAndIncrement();
                            if (bring(kith, name).at("/data/recordReferral/id").isString()) {
                                note(list, name);
                                pay(kith, name);
                            } else if (done.get() >= enough) {
                                break;
                            }
                            if (done.incrementAndGet() == enough) {
                                end.run();
                            }
                        }
                        return true;
                    })
                    .toList());
        }
    }

    private static void note(FileChannel list, String name) throws IOException {
        synchronized (list) {
            list.write(ByteBuffer.wrap((name + "\n").getBytes(UTF_8)));
            list.force(true);
        }
    }

    private static boolean isWhole(JsonNode friend) {
        return friend.at("/referrer/id").asString().equals("ana")
                && friend.at("/referralsReceived/edges").size() == 1
                && friend.at("/referralsReceived/edges/0/node/credited").asBoolean();
    }

    private static JsonNode friend(RunningKith kith, String name) {
        return ask(kith, FRIEND, Map.of("id", name)).at("/data/client");
    }

    /** What came back, or an empty answer where nothing did. */
    private static JsonNode bring(RunningKith kith, String name) {
        return bring(kith, "ana", name);
    }

    private static JsonNode bring(RunningKith kith, String referrer, String name) {
        var input = Map.of(
                "referrerId",
                referrer,
                "newClient",
                Map.of("id", name, "name", name),
                "idempotencyKey",
                "key of " + name);
        try {
            return ask(kith, BRING, Map.of("input", input));
        } catch (UncheckedIOException killed) {
            return JSON.createObjectNode();
        }
    }

    private void pay(RunningKith kith, String visit) {
        var input = Map.of("id", visit, "clientId", "payer", "charged", 100, "idempotencyKey", "visit " + visit);
        try {
            if (ask(kith, VISIT, Map.of("input", input))
                    .at("/data/recordVisit/id")
                    .isString()) {
                paid.add(visit);
            }
        } catch (UncheckedIOException killed) {
            assertThat(kith.isAlive()).as("no answer, and not killed").isFalse();
        }
    }

    /** A visit is there with the line that it earned, or neither is. */
    private void visitsAndLedgerAgree(RunningKith kith) {
        var verdict = ask(kith, RECONCILED, Map.of()).at("/data/reconcileRewards");
        assertThat(verdict.path("intact").asBoolean()).as("%s", verdict).isTrue();
        assertThat(paid).isNotEmpty();
        IntStream.range(0, names.get()).mapToObj(number -> "friend-" + number).forEach(name -> {
            var data = ask(kith, PAID, Map.of("id", name)).path("data");
            var isPaid = !data.path("visit").isNull();
            assertThat(data.at("/rewardEntries/edges").size())
                    .as("lines of the visit %s", name)
                    .isEqualTo(isPaid ? 1 : 0);
            assertThat(paid.contains(name) && !isPaid)
                    .as("acknowledged and lost: the visit %s", name)
                    .isFalse();
        });
    }

    private static JsonNode ask(RunningKith kith, String document, Map<String, ?> variables) {
        return send(kith, Map.of("query", document, "variables", variables));
    }

    private static JsonNode send(RunningKith kith, Map<String, ?> body) {
        var request = HttpRequest.newBuilder(URI.create(kith.address() + "/graphql"))
                .timeout(Duration.ofMinutes(1))
                .header("Content-Type", "application/json")
                .header("Authorization", RunningKith.AUTHORIZATION)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        return JSON.readTree(Api.send(request.build()).body());
    }
}
