package io.kith.access;

import io.kith.graph.BareDriver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;

/**
 * Prints what a line of the operation log costs by itself, durable before the next, from 1, 8 and 32 at a time: processor time of
 * the whole process, the compilers and the syncs of the disk included. A request leaves one line. Arguments: a folder, which
 * is emptied, and how many lines a round has (50,000).
 */
final class LogBench {

    private static final int ROUNDS = 4;
    private static final int CLIENTS = 20;
    private static final long LARGEST_FILE = 64L << 20;

    private LogBench() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var lines = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50_000;
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        try (var log =
                new OperationLog(folder.resolve("log"), folder.resolve("head"), Clock.systemUTC(), LARGEST_FILE)) {
            for (var atOnce : List.of(1, 8, 32)) {
                for (var round = 1; round <= ROUNDS; round++) {
                    round(log, lines, atOnce, round);
                }
            }
        }
    }

    private static void round(OperationLog log, int lines, int atOnce, int round) throws Exception {
        var clientIds =
                IntStream.range(0, CLIENTS).mapToObj(client -> "C000" + client).toList();
        var operation = new Operation("director", List.of("Query.clients"), clientIds, "127.0.0.1", "OK", null);
        Callable<Void> writer = () -> {
            for (var line = 0; line < lines / atOnce; line++) {
                log.append(operation);
            }
            return null;
        };
        var threads = Executors.newFixedThreadPool(atOnce);
        try {
            var cpu = BareDriver.cpuNanos();
            var began = System.nanoTime();
            for (var done : threads.invokeAll(
                    IntStream.range(0, atOnce).mapToObj(at -> writer).toList())) {
                done.get();
            }
            var seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf(
                    "LOG %d at once, round %d: %,.0f lines/s, %.1f µs of processor time a line%n",
                    atOnce, round, lines / seconds, (BareDriver.cpuNanos() - cpu) / 1e3 / lines);
        } finally {
            threads.shutdown();
        }
    }
}
