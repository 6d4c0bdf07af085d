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
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Kith as a process of its own, so that it can be killed. */
public final class RunningKith implements AutoCloseable {

    /** Of the first director of every such process. */
    public static final String AUTHORIZATION = Api.basic("director", Api.PASSWORD);

    private final Process process;
    private final int port;

    private RunningKith(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts Kith on a store of its own and waits until it is ready. */
    public static RunningKith start(Path store, String... settings) {
        var port = freePort();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--add-opens=java.base/java.io=ALL-UNNAMED",
                "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Kith.class.getName(),
                "--server.port=" + port,
                "--kith.store.directory=" + store,
                "--kith.store.page-cache=64MB"));
        command.addAll(List.of(settings));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/running-kith.log")));
        builder.environment().put("KITH_DIRECTOR_USER", "director");
        builder.environment().put("KITH_DIRECTOR_PASSWORD", Api.PASSWORD);
        try {
            var kith = new RunningKith(builder.start(), port);
            Awaitility.await().atMost(Duration.ofMinutes(3)).until(kith::isReady);
            return kith;
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    public String address() {
        return "http://localhost:" + port;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** As kill -9 does it. */
    public void kill() {
        process.destroyForcibly();
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
