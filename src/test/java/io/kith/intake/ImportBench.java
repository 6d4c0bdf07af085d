package io.kith.intake;

import io.kith.Kith;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Prints how fast a demo clinic is imported into an empty embedded store, file by file, and in how much heap; arguments:
 * clients (1,000,000), directory (a temporary one, left behind).
 */
final class ImportBench {

    private ImportBench() {}

    public static void main(String[] arguments) throws IOException {
        int clients = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        var directory = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("kith-bench");
        var files = directory.resolve("files");
        if (!Files.isDirectory(files)) {
            Files.createDirectories(files);
            DemoClinic.write(files, clients, DemoClinic.DEFAULT_SEED, LocalDate.of(2026, 3, 1));
        }
        try (var kith = new SpringApplicationBuilder(Kith.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "kith.store.directory", directory.resolve("store").toString()))
                .run()) {
            var imports = kith.getBean(Imports.class);
            print(imports, files, clients);
            print(imports, files, clients);
        }
    }

    private static void print(Imports imports, Path files, int clients) {
        var began = new HashMap<String, Long>();
        var ended = new HashMap<String, Long>();
        double processor = processor();
        var report = imports.run(files, false, files.resolve("rejects.csv"), progress -> {
            began.putIfAbsent(progress.file(), System.nanoTime());
            ended.put(progress.file(), System.nanoTime());
        });
        report.table().forEach(System.out::println);
        for (var count : report.files()) {
            double seconds = (ended.get(count.file()) - began.get(count.file())) / 1e9;
            System.out.printf("%-18s %8.1f s %,10.0f rows/s%n", count.file(), seconds, count.rows() / seconds);
        }
        double seconds = report.took().toMillis() / 1e3;
        System.out.printf(
                "%,d clients, %,d rows: %.0f s, %,.0f rows/s, %.0f s of processor; heap at its peak, garbage included: %,d of %,d MiB%n",
                clients,
                report.total().rows(),
                seconds,
                report.total().rows() / seconds,
                processor() - processor,
                peak() >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static double processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
