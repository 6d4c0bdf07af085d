package io.kith;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Kith as a process of its own, so that it can be killed. */
public final class RunningKith implements AutoCloseable {

    /** Of the first director of every such process. */
    public static final String AUTHORIZATION = Api.basic("director", Api.PASSWORD);

    private static final List<String> QUICKLY =
            List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m");

    private final Process process;
    private final int port;

    private RunningKith(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts Kith on a store of its own, compiled quickly rather than well, and waits until it is ready. */
    public static RunningKith start(Path store, String... settings) {
        return start(List.of(), QUICKLY, Kith.class, store, settings);
    }

    /** Starts Kith under another program, such as {@code strace}, which looks on. */
    public static RunningKith startUnder(List<String> program, Path store, String... settings) {
        return start(program, QUICKLY, Kith.class, store, settings);
    }

    /** Starts Kith in a heap such as {@code 4g}. */
    public static RunningKith start(String heap, Path store, String... settings) {
        return start(heap, Kith.class, store, settings);
    }

    /** Starts a Kith that another class puts together. */
    public static RunningKith start(String heap, Class<?> main, Path store, String... settings) {
        return start(List.of(), List.of("-Xmx" + heap), main, store, settings);
    }

    private static RunningKith start(
            List<String> under, List<String> jvm, Class<?> main, Path store, String... settings) {
        var port = freePort();
        var words = new ArrayList<>(List.of(settings));
        words.add("--server.port=" + port);
        var kith = new RunningKith(launch(under, jvm, main, store, words), port);
        Awaitility.await().atMost(Duration.ofMinutes(3)).until(kith::isReady);
        return kith;
    }

    /** Runs one command of Kith's command line to its end and returns its status. */
    public static int command(String heap, Path store, String... words) {
        return status(launch(List.of(), List.of("-Xmx" + heap), Kith.class, store, List.of(words)));
    }

    private static int status(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static Process launch(List<String> under, List<String> jvm, Class<?> main, Path store, List<String> words) {
        var command = new ArrayList<>(under);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of(
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--add-opens=java.base/java.io=ALL-UNNAMED",
                "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(words);
        command.add("--kith.store.directory=" + store);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/running-kith.log")));
        builder.environment().put("KITH_DIRECTOR_USER", "director");
        builder.environment().put("KITH_DIRECTOR_PASSWORD", Api.PASSWORD);
        builder.environment().put("KITH_ACCESS_REQUESTS_PER_SECOND", "100000");
        builder.environment().put("KITH_STORE_LEAST_FREE", "0");
        builder.environment().put("KITH_INFLUENCE_NIGHTLY", "-");
        builder.environment().put("KITH_INTEGRITY_NIGHTLY", "-");
        builder.environment().put("KITH_TIER_NIGHTLY", "-");
        try {
            return builder.start();
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    /** Processor time of the process so far, in nanoseconds, as fine as the system keeps it. */
    public long cpuNanos() {
        return process.info().totalCpuDuration().orElseThrow().toNanos();
    }

    public String address() {
        return "http://localhost:" + port;
    }

    public long pid() {
        return process.pid();
    }

    /** Its status, once it has ended by itself, or empty where it has not in time. */
    public OptionalInt endedWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)
                    ? OptionalInt.of(process.exitValue())
                    : OptionalInt.empty();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** As kill -9 does it. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** As an operator stops it, with SIGTERM; returns its status once it has ended. */
    public int stop() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Kith has not ended a minute after SIGTERM");
            }
            return process.exitValue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        kill();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException("Kith ended with status " + process.exitValue());
        }
        try {
            var health = HttpRequest.newBuilder(URI.create(address() + "/actuator/health"));
            return Api.send(health.build()).statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
