package io.kith.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kith.RunningKith;
import io.kith.graph.StoreCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** F6: on a disk of its own that is filled, first nearly, then to the last byte. */
@EnabledIfSystemProperty(named = "kith.test.faults", matches = "true")
class FullDiskTest {

    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    Path folder;

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicInteger names = new AtomicInteger();

    @BeforeEach
    void aSmallDisk() throws Exception {
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=1200m", "kith-test", folder.toString()) == 0,
                "only root can mount a small disk");
    }

    @AfterEach
    void away() throws Exception {
        run("umount", "-l", folder.toString());
    }

    @Test
    void nothingAcknowledgedIsLost() throws Exception {
        var store = folder.resolve("store");
        nearlyFull(store);
        var end = full(store);
        Files.deleteIfExists(filler());
        try (var kith = RunningKith.start(store)) {
            var lost = acknowledged.stream()
                    .filter(id -> !Asking.isThere(kith, id))
                    .toList();
            System.out.printf(
                    "F6: full to the last byte: %s; %d writes acknowledged in all, lost %d%n",
                    end, acknowledged.size(), lost.size());
            assertThat(lost).isEmpty();
            kith.stop();
        }
        assertThat(StoreCheck.faults(store)).isEmpty();
    }

    private void nearlyFull(Path store) throws IOException {
        try (var kith = RunningKith.start(store, "--kith.store.least-free=5")) {
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> Asking.health(kith, "readiness") == 200);
            for (var times = 0; times < 50; times++) {
                assertThat(write(kith)).isEqualTo("OK");
            }
            fill((long) (folder.toFile().getTotalSpace() * 0.03));
            var filled = System.nanoTime();
            Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> Asking.health(kith, "readiness") == 503);
            var down = (System.nanoTime() - filled) / 1e9;
            assertThat(write(kith)).isEqualTo("UNAVAILABLE");
            assertThat(Asking.isThere(kith, "client-0")).as("reads go on").isTrue();
            Files.delete(filler());
            Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> Asking.health(kith, "readiness") == 200);
            assertThat(write(kith)).isEqualTo("OK");
            System.out.printf(
                    "F6: 3 %% free: not ready after %.2f s, writes refused, reads answered; ready again once freed%n",
                    down);
            kith.stop();
        }
    }

    /** With the guard off, as if another program had taken the last bytes at once; what became of Kith. */
    private String full(Path store) throws IOException {
        try (var kith = RunningKith.start(
                store, "--kith.store.least-free=0", "--kith.store.checkpoint-every=5s", "--logging.level.root=error")) {
            write(kith);
            fill(0);
            var began = System.nanoTime();
            while (kith.isAlive()
                    && System.nanoTime() - began < Duration.ofMinutes(3).toNanos()) {
                write(kith);
                fill(0);
            }
            var status = kith.endedWithin(Duration.ofSeconds(1));
            if (status.isPresent()) {
                assertThat(status.getAsInt()).isEqualTo(3);
                return "ended with status 3 after %.0f s".formatted((System.nanoTime() - began) / 1e9);
            }
            Files.delete(filler());
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> write(kith).equals("OK"));
            return "lived on, and wrote again once there was room";
        }
    }

    private String write(RunningKith kith) {
        var id = "client-" + names.getAndIncrement();
        try {
            var code = Asking.code(Asking.register(kith, id));
            if (code.equals("OK")) {
                acknowledged.add(id);
            }
            return code;
        } catch (RuntimeException unanswered) {
            return "NONE";
        }
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    /** Leaves so many bytes free. */
    private void fill(long left) throws IOException {
        try (var out = Files.newOutputStream(filler(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (var size : List.of(MEBIBYTE, 4096)) {
                var bytes = new byte[size];
                while (folder.toFile().getUsableSpace() >= left + size) {
                    out.write(bytes);
                }
            }
        } catch (IOException full) {
            assertThat(folder.toFile().getUsableSpace()).isLessThanOrEqualTo(left + MEBIBYTE);
        }
    }

    private static int run(String... words) throws IOException, InterruptedException {
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
