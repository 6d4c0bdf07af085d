package io.kith.intake;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;

/** Prints how fast a demo clinic is written and in how much heap; arguments: clients (1,000,000), directory (a temporary one). */
final class DemoClinicBench {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private DemoClinicBench() {}

    public static void main(String[] arguments) throws IOException {
        int clients = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        Path directory = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("kith-demo");
        System.out.printf(
                "%,d clients, seed %d, JVM %s, at most %,d MiB heap%n",
                clients,
                DemoClinic.DEFAULT_SEED,
                Runtime.version(),
                Runtime.getRuntime().maxMemory() >> 20);
        try {
            print(directory, clients);
        } finally {
            if (arguments.length < 2) {
                delete(directory);
            }
        }
    }

    private static void print(Path directory, int clients) throws IOException {
        long began = System.nanoTime();
        Map<String, Long> rows = DemoClinic.write(directory, clients, DemoClinic.DEFAULT_SEED, TODAY);
        double seconds = (System.nanoTime() - began) / 1e9;
        double processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
        long all = rows.values().stream().mapToLong(Long::longValue).sum();
        rows.forEach((file, count) -> System.out.printf("%-18s %,12d%n", file, count));
        System.out.printf("%-18s %,12d rows, %,d MB%n", "all", all, bytes(directory) / 1_000_000);
        System.out.printf(
                "%.1f s, %,.0f rows/s; %.1f s of processor, %,.0f rows/s%n",
                seconds, all / seconds, processor, all / processor);
        System.out.printf("heap at its peak, garbage included: %,d MiB; %d ms collecting%n", peak(), collecting());
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }

    private static long collecting() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(collector -> collector.getCollectionTime())
                .sum();
    }

    private static long bytes(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
