package io.kith;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Killed with kill -9 in the middle of writes, Kith has every write it acknowledged, once and whole. */
class KilledTest {

    private static final int ROUNDS = Integer.getInteger("kith.test.kills", 1);
    private static final int WRITES_A_ROUND = 200;
    private static final int WRITERS = 4;
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    Path folder;

    private final AtomicInteger names = new AtomicInteger();

    /** What is looked at in the end went through a backup too: taken of the killed store, the folder wiped, put back. */
    @Test
    void everyAcknowledgedWriteIsThereAfterAKillAndInTheBackup() throws IOException {
        var store = folder.resolve("store");
        var random = new Random(7);
        for (var round = 0; round < ROUNDS; round++) {
            try (var kith = RunningKith.start(store)) {
                if (round == 0) {
                    ask(kith, "mutation { registerClient(input: {id: \"ana\", name: \"Ana\"}) { id } }", Map.of());
                }
                write(kith, WRITES_A_ROUND / 2 + random.nextInt(WRITES_A_ROUND));
            }
        }
        var backup = folder.resolve("backup.zip").toString();
        assertThat(RunningKith.command("256m", store, "backup", backup)).isZero();
        assertThat(RunningKith.command("256m", store, "backup", backup))
                .as("over an older one")
                .isEqualTo(2);
        assertThat(RunningKith.command("256m", store, "restore", backup))
                .as("over a store")
                .isEqualTo(2);
        FileSystemUtils.deleteRecursively(store);
        assertThat(RunningKith.command("256m", store, "restore", backup)).isZero();
        try (var kith = RunningKith.start(store)) {
            assertThat(RunningKith.command("256m", store, "backup", backup + "2"))
                    .as("while it runs")
                    .isEqualTo(2);
            var acknowledged = Files.readAllLines(folder.resolve("acknowledged"), UTF_8);
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ROUNDS * WRITES_A_ROUND / 2);
            assertThat(acknowledged.stream().filter(name -> !isWhole(friend(kith, name))))
                    .as("acknowledged and lost, of %d", acknowledged.size())
                    .isEmpty();
            IntStream.range(0, names.get())
                    .mapToObj(number -> "friend-" + number)
                    .filter(name -> !acknowledged.contains(name))
                    .forEach(name -> {
                        var there = friend(kith, name);
                        assertThat(there.isNull() || isWhole(there))
                                .as("half done: %s", name)
                                .isTrue();
                        bring(kith, name);
                        assertThat(isWhole(friend(kith, name)))
                                .as("sent again: %s", name)
                                .isTrue();
                    });
            assertThat(ask(kith, "{ client(id: \"ana\") { downlineSummary { clients } } }", Map.of())
                            .at("/data/client/downlineSummary/clients")
                            .asInt())
                    .as("doubled")
                    .isEqualTo(names.get());
        }
    }

    /** Four writers bring friends until so many are acknowledged; then the process is killed under their hands. */
    private void write(RunningKith kith, int enough) throws IOException {
        var done = new AtomicInteger();
        try (var parties = new Parties();
                var list = FileChannel.open(
                        folder.resolve("acknowledged"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.APPEND)) {
            parties.race(IntStream.range(0, WRITERS)
                    .<Callable<Boolean>>mapToObj(writer -> () -> {
                        while (kith.isAlive()) {
                            var name = "friend-" + names.getAndIncrement();
                            if (bring(kith, name).has("data")) {
                                note(list, name);
                            }
                            if (done.incrementAndGet() == enough) {
                                kith.kill();
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
        return ask(
                        kith,
                        "query($id: ID!) { client(id: $id) { name referrer { id }"
                                + " referralsReceived { edges { node { credited } } } } }",
                        Map.of("id", name))
                .at("/data/client");
    }

    /** What came back, or an empty answer where nothing did. */
    private static JsonNode bring(RunningKith kith, String name) {
        var input = Map.of(
                "referrerId", "ana", "newClient", Map.of("id", name, "name", name), "idempotencyKey", "key of " + name);
        try {
            return ask(
                    kith,
                    "mutation($input: RecordReferralInput!) { recordReferral(input: $input) { id } }",
                    Map.of("input", input));
        } catch (UncheckedIOException killed) {
            return JSON.createObjectNode();
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
