package io.kith.referral;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

/** Prints what the forest costs in time and heap; the first argument is the number of clients, 1,000,000 if absent. */
final class ForestBench {

    private static final int ROUNDS = 7;
    private static final long SEED = 20260101;

    private final int clients;
    private final List<ClientState> byId;
    private final Random random = new Random(SEED);
    private final List<Runnable> background = new ArrayList<>();
    private final Network network = new Network(background::add, Clock.systemUTC(), 512);
    private long version = 1;

    private ForestBench(int clients) {
        this.clients = clients;
        byId = generate();
    }

    public static void main(String[] arguments) {
        int clients = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        System.out.printf(
                "%,d clients, seed %d, JVM %s; CPU time of the thread, best of %d%n",
                clients, SEED, Runtime.version(), ROUNDS);
        new ForestBench(clients).run();
    }

    /** Half of them came by themselves; the others were brought by someone, and mostly by those who bring many. */
    private List<ClientState> generate() {
        List<ClientState> states = new ArrayList<>(clients);
        int[] bringers = new int[clients];
        for (int number = 0; number < clients; number++) {
            boolean brought = number > 0 && random.nextBoolean();
            bringers[number] = random.nextInt(number + 1);
            if (brought && random.nextBoolean()) {
                bringers[number] = bringers[bringers[number]];
            }
            String referrer = brought && bringers[number] != number ? id(bringers[number]) : null;
            states.add(new ClientState(
                    id(number), referrer, random.nextInt(5_000_000), referrer != null && random.nextBoolean(), 1));
        }
        return states;
    }

    /** Time of this thread on a processor, which others who share the machine disturb least. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static String id(int number) {
        return String.format(Locale.ROOT, "C%07d", number);
    }

    private void run() {
        List<ClientState> shuffled = new ArrayList<>(byId);
        Collections.shuffle(shuffled, random);
        build("rows by id", byId);
        build("rows in any order", shuffled);
        weigh();
        query();
    }

    private void build(String order, List<ClientState> states) {
        long adding = Long.MAX_VALUE;
        long numbering = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            ForestBuilder builder = new ForestBuilder(clients);
            long start = cpu();
            states.forEach(builder::add);
            long added = cpu();
            builder.build();
            long built = cpu();
            adding = Math.min(adding, added - start);
            numbering = Math.min(numbering, built - added);
        }
        System.out.printf(
                "build, %s: taking rows with ids as strings %.0f ms, from arrays to forest %.0f ms%n",
                order, adding / 1e6, numbering / 1e6);
    }

    private void weigh() {
        long before = used();
        Forest forest = build();
        long held = used() - before;
        System.out.printf(
                "heap: %.1f bytes a client by used heap, %.1f by its arrays, %d generations%n",
                (double) held / forest.size(), (double) forest.footprint() / forest.size(), forest.generations());
    }

    private Forest build() {
        ForestBuilder builder = new ForestBuilder(clients);
        byId.forEach(builder::add);
        return builder.build();
    }

    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private void query() {
        network.replace(builder -> byId.forEach(builder::add));
        time("largest 100 subtrees", 3, () -> network.snapshot().largestSubtrees(100));
        answer();
        change(500);
        answer();
        String largest = network.snapshot().largestSubtrees(1).get(0).id();
        time("one write", 50, () -> change(1));
        time("one write, then the summary of the largest", 50, () -> {
            change(1);
            return network.snapshot().summary(largest);
        });
        for (int round = 0; round < ROUNDS; round++) {
            change(1_000);
            long start = cpu();
            List.copyOf(background).forEach(Runnable::run);
            background.clear();
            System.out.printf(
                    "compaction %.0f ms, %.0f ms by the clock%n",
                    (cpu() - start) / 1e6, network.buildTime().toNanos() / 1e6);
        }
    }

    private int change(int count) {
        for (int i = 0; i < count; i++) {
            version++;
            int number = random.nextInt(clients);
            network.apply(
                    switch (random.nextInt(4)) {
                        case 0 -> new ClientState("N" + version, id(number), 100, true, version);
                        case 1 -> new ClientState(id(number), null, 100, false, version);
                        default ->
                            new ClientState(
                                    id(number),
                                    byId.get(number).referrerId(),
                                    random.nextInt(5_000_000),
                                    true,
                                    version);
                    });
        }
        return count;
    }

    private void answer() {
        String state = network.snapshot().changes() + " changes";
        Snapshot snapshot = network.snapshot();
        List<String> largest =
                snapshot.largestSubtrees(100).stream().map(Subtree::id).toList();
        Forest flat = snapshot.flat();
        String deepest = flat.id(flat.size() - 1);
        time("summary of the 100 largest, " + state, 20_000, () -> snapshot.summary(any(largest)));
        time("summary of any, " + state, 100_000, () -> snapshot.summary(id(random.nextInt(clients))));
        time("first 50 below the 100 largest, " + state, 20_000, () -> snapshot.downline(any(largest), null, null, 50));
        time("upline of the deepest, " + state, 100_000, () -> snapshot.upline(deepest));
        time("depth of any, " + state, 100_000, () -> snapshot.depth(id(random.nextInt(clients))));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static void time(String what, int times, Supplier<?> work) {
        long best = Long.MAX_VALUE;
        int blind = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = cpu();
            for (int i = 0; i < times; i++) {
                blind += System.identityHashCode(work.get()) & 1;
            }
            best = Math.min(best, cpu() - start);
        }
        System.out.printf("%s: %.2f us%s%n", what, best / 1e3 / times, blind < 0 ? "!" : "");
    }
}
