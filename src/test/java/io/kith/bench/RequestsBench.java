package io.kith.bench;

import io.kith.Api;
import io.kith.RunningKith;
import io.kith.access.KithWithout;
import io.kith.graph.BareDriver;
import io.kith.intake.DemoClinic;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loads a generated clinic, asks Kith over HTTP and the bare driver over Bolt the same questions of the same store, and
 * writes {@code target/bench/report.md}. Arguments: the number of clients, 1,000,000 where absent.
 *
 * <p>Kith and the driver with its embedded Neo4j are each measured by the processor time of the process that serves,
 * warm: after as many rounds of ten seconds, twelve at most, as it takes until one costs within a twentieth what the one before
 * did. For the bare driver it includes the few microseconds of the loop that asks.
 */
public final class RequestsBench {

    private static final int WARM_UP = 100_000;
    private static final int ROUNDS = 12;
    private static final double SETTLED = 0.95;
    private static final int MEASURED = 20_000;
    private static final int RECORDED = 2_500;
    private static final List<Integer> CONNECTIONS = List.of(1, 8, 32);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final StringBuilder report = new StringBuilder();
    private final Path folder = Path.of("target", "bench");
    private final int clients;

    private RequestsBench(int clients) {
        this.clients = clients;
    }

    public static void main(String[] arguments) throws IOException {
        new RequestsBench(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000).run();
    }

    private void run() throws IOException {
        var files = folder.resolve("files-" + clients);
        var store = folder.resolve("store-" + clients);
        say("# Kith beside the bare driver: %,d clients".formatted(clients));
        say("");
        say("JVM %s, %d processors, %s."
                .formatted(
                        Runtime.version(), Runtime.getRuntime().availableProcessors(), System.getProperty("os.name")));
        say("");
        if (!Files.exists(files)) {
            DemoClinic.write(files, clients, DemoClinic.DEFAULT_SEED, LocalDate.of(2026, 1, 1));
        }
        if (!Files.exists(store)) {
            load(files, store);
        }
        var workload = Workload.of(files);
        var questions = Question.all(workload);
        var kith = new LinkedHashMap<String, List<Measurement>>();
        try (var running = RunningKith.start("4g", store)) {
            for (var question : questions) {
                kith.put(
                        question.name(), measured(question.ids(), id -> ask(running, question, id), running::cpuNanos));
            }
            record(running, Workload.repeated(workload.referrers(), (ROUNDS + 1) * RECORDED));
            projection(running);
        }
        var bare = new LinkedHashMap<String, List<Measurement>>();
        try (var driver = new BareDriver(store)) {
            for (var question : questions) {
                bare.put(
                        question.name(),
                        measured(question.ids(), id -> driver.ask(question.cypher(), id), BareDriver::cpuNanos));
            }
        }
        table(questions, kith, bare);
        access(store, questions.get(0).ids());
        Files.writeString(folder.resolve("report.md"), report);
    }

    private void load(Path files, Path store) throws IOException {
        var rows = 0L;
        try (var list = Files.list(files)) {
            for (var file :
                    list.filter(name -> name.toString().endsWith(".csv")).toList()) {
                try (var lines = Files.lines(file)) {
                    rows += lines.count() - 1;
                }
            }
        }
        var started = System.nanoTime();
        var status = RunningKith.command("2g", store, "import", files.toString());
        var took = (System.nanoTime() - started) / 1e9;
        say(
                "Import, start and influence run included, in a heap of 2 GiB: %,d lines in %.0f s, %,.0f a second; status %d."
                        .formatted(rows, took, rows / took, status));
        say("");
    }

    private List<Measurement> measured(List<String> ids, Consumer<String> ask, LongSupplier cpuNanos) {
        settle(round -> warm(ids, ask, cpuNanos));
        var measurements = new ArrayList<Measurement>();
        for (var connections : CONNECTIONS) {
            measurements.add(Measurement.of(connections, Workload.repeated(ids, MEASURED), ask, cpuNanos));
        }
        return measurements;
    }

    private static Measurement warm(List<String> ids, Consumer<String> ask, LongSupplier cpuNanos) {
        return Measurement.of(8, Workload.repeated(ids, WARM_UP), ask, cpuNanos);
    }

    /** A JVM compiles for minutes what it runs, and until it has, most of what a request costs is that. */
    private static void settle(IntFunction<Measurement> rounds) {
        var before = Double.MAX_VALUE;
        for (var round = 0; round < ROUNDS; round++) {
            var cpu = rounds.apply(round).cpu();
            if (cpu > SETTLED * before) {
                return;
            }
            before = cpu;
        }
    }

    /** A referral with a new friend, each by another referrer: several of one a day would be a finding, and its cost. */
    private void record(RunningKith kith, List<String> referrers) {
        var run = Long.toString(System.nanoTime(), 36);
        var friend = new AtomicInteger();
        Consumer<String> bring = referrer -> send(
                kith,
                "mutation($input: RecordReferralInput!) { recordReferral(input: $input) { id } }",
                Map.of(
                        "input",
                        Map.of(
                                "referrerId",
                                referrer,
                                "newClient",
                                Map.of(
                                        "id",
                                        "bench-%s-%d".formatted(run, friend.getAndIncrement()),
                                        "name",
                                        "Bench " + run))));
        IntFunction<Measurement> some = round ->
                Measurement.of(1, referrers.subList(round * RECORDED, (round + 1) * RECORDED), bring, kith::cpuNanos);
        settle(some);
        var measured = some.apply(ROUNDS);
        say(String.format(
                Locale.ROOT,
                "Recording a referral with a new friend, one connection: p50 %.2f ms, p99 %.2f ms, %.0f µs CPU (target 2,000).",
                measured.p50(),
                measured.p99(),
                measured.cpu()));
        say("");
    }

    private void projection(RunningKith kith) {
        var request = HttpRequest.newBuilder(URI.create(kith.address() + "/actuator/prometheus"))
                .header("Authorization", RunningKith.AUTHORIZATION);
        Api.send(request.build())
                .body()
                .lines()
                .filter(line -> line.startsWith("kith_network"))
                .forEach(line -> say("    " + line));
        say("");
    }

    /** What access and log cost a request that asks for next to nothing. */
    private void access(Path store, List<String> ids) {
        var bare = new Question("bare", "query($id: ID!) { client(id: $id) { id name } }", "", ids);
        say("");
        say("| a client's name, 8 connections | /s | p50 ms | p99 ms | CPU µs |");
        say("| --- | --- | --- | --- | --- |");
        access("with access and operation log", bare, RunningKith.start("4g", store));
        access("with access", bare, RunningKith.start("4g", KithWithout.class, store));
        access("with neither", bare, RunningKith.start("4g", KithWithout.class, store, KithWithout.GUARDS));
    }

    private void access(String what, Question question, RunningKith running) {
        try (running) {
            Consumer<String> ask = id -> ask(running, question, id);
            settle(round -> warm(question.ids(), ask, running::cpuNanos));
            var measured = Measurement.of(8, Workload.repeated(question.ids(), MEASURED), ask, running::cpuNanos);
            say(String.format(
                    Locale.ROOT,
                    "| %s | %.0f | %.2f | %.2f | %.0f |",
                    what,
                    measured.perSecond(),
                    measured.p50(),
                    measured.p99(),
                    measured.cpu()));
        }
    }

    private void table(
            List<Question> questions, Map<String, List<Measurement>> kith, Map<String, List<Measurement>> bare) {
        say(
                "| question | connections | Kith /s | p50 ms | p99 ms | CPU µs | bare /s | p50 ms | p99 ms | CPU µs | CPU ratio |");
        say("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        for (var question : questions) {
            for (var row = 0; row < CONNECTIONS.size(); row++) {
                var ours = kith.getOrDefault(question.name(), List.of()).get(row);
                var floor = bare.getOrDefault(question.name(), List.of()).get(row);
                say(String.format(
                        Locale.ROOT,
                        "| %s | %d | %.0f | %.2f | %.2f | %.0f | %.0f | %.2f | %.2f | %.0f | %.2f |",
                        question.name(),
                        ours.connections(),
                        ours.perSecond(),
                        ours.p50(),
                        ours.p99(),
                        ours.cpu(),
                        floor.perSecond(),
                        floor.p50(),
                        floor.p99(),
                        floor.cpu(),
                        ours.cpu() / floor.cpu()));
            }
        }
    }

    private static void ask(RunningKith kith, Question question, String id) {
        send(kith, question.graphQl(), Map.of("id", id));
    }

    private static void send(RunningKith kith, String document, Map<String, ?> variables) {
        var request = HttpRequest.newBuilder(URI.create(kith.address() + "/graphql"))
                .header("Content-Type", "application/json")
                .header("Authorization", RunningKith.AUTHORIZATION)
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("query", document, "variables", variables))));
        var answer = Api.send(request.build());
        if (answer.statusCode() != 200 || answer.body().contains("\"errors\"")) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
    }

    private void say(String line) {
        System.out.println(line);
        report.append(line).append('\n');
    }
}
