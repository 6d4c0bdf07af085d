package io.kith.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class NetworkPropertyTest {

    private static final int FORESTS = 1_000;

    @Test
    void answersAsTheNaiveForestWhateverHappensInWhateverOrder() {
        for (long seed = 1; seed <= FORESTS; seed++) {
            long now = seed;
            assertThatCode(() -> new Story(now).tell())
                    .describedAs("seed %d", now)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void answersAgreeWithEachOtherWhileManyWriteAndConvergeOnceAllIsDelivered() throws Exception {
        for (long seed = 1; seed <= 5; seed++) {
            new Crowd(seed).write();
        }
    }

    /** One clinic whose changes reach the network late, twice, in batches and in any order, between compactions and rebuilds. */
    private static final class Story {

        private final Random random;
        private final Clinic clinic;
        private final List<Runnable> background = new ArrayList<>();
        private final Network network;
        private final NaiveForest naive = new NaiveForest();
        private final List<ClientState> onTheWay = new ArrayList<>();

        Story(long seed) {
            random = new Random(seed);
            clinic = new Clinic(random);
            network = new Network(background::add, Clock.systemUTC(), 1 + random.nextInt(12));
        }

        void tell() {
            int changes = 10 + random.nextInt(60);
            for (int i = 0; i < changes; i++) {
                onTheWay.addAll(clinic.change());
                happen();
                if (random.nextInt(6) == 0) {
                    check();
                }
            }
            while (!onTheWay.isEmpty()) {
                deliver();
            }
            assertThat(naive.hasRing()).isFalse();
            check();
            assertThat(network.snapshot().loose()).isEmpty();
        }

        private void happen() {
            switch (random.nextInt(12)) {
                case 0, 1, 2, 3, 4, 5 -> deliver();
                case 6 -> {
                    List<Runnable> due = List.copyOf(background);
                    background.clear();
                    due.forEach(Runnable::run);
                }
                case 7 -> replace();
                default -> {}
            }
        }

        private void deliver() {
            List<ClientState> batch = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0 && !onTheWay.isEmpty(); i--) {
                int next = random.nextInt(onTheWay.size());
                batch.add(random.nextInt(5) == 0 ? onTheWay.get(next) : onTheWay.remove(next));
            }
            network.apply(batch);
            naive.applyAll(batch);
        }

        /** Reads all rows of the clinic, which goes on changing; some of that is delivered while the rows are read. */
        private void replace() {
            List<ClientState> rows = new ArrayList<>();
            List<ClientState> meanwhile = new ArrayList<>();
            network.replace(builder -> {
                for (String id : clinic.ids()) {
                    rows.add(clinic.state(id));
                    builder.add(clinic.state(id));
                    if (random.nextInt(10) == 0) {
                        List<ClientState> changed = clinic.change();
                        network.apply(changed);
                        meanwhile.addAll(changed);
                    }
                }
            });
            naive.clear();
            naive.applyAll(rows);
            naive.applyAll(meanwhile);
        }

        private void check() {
            if (naive.ids().isEmpty()) {
                return;
            }
            if (!naive.hasRing()) {
                SnapshotCheck.assertSame(network.snapshot(), naive, random);
                return;
            }
            assertThat(network.snapshot().size()).isEqualTo(naive.ids().size());
            assertThat(network.snapshot().loose()).isNotEmpty();
        }
    }

    /** One clinic, many writers who deliver what they changed when they come to it, readers, and rebuilds all along. */
    private static final class Crowd {

        private static final int WRITERS = 4;
        private static final int CHANGES = 400;

        private final long seed;
        private final Clinic clinic;
        private final ExecutorService background = Executors.newSingleThreadExecutor();
        private final ExecutorService people = Executors.newCachedThreadPool();
        private final Network network = new Network(background, Clock.systemUTC(), 16);
        private final CountDownLatch writing = new CountDownLatch(WRITERS);

        Crowd(long seed) {
            this.seed = seed;
            clinic = new Clinic(new Random(seed));
        }

        void write() throws Exception {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                all.add(people.submit(counted(this::changeAndDeliver)));
            }
            all.add(people.submit(untilWritten(this::read)));
            all.add(people.submit(untilWritten(this::read)));
            all.add(people.submit(untilWritten(this::replace)));
            for (Future<?> one : all) {
                one.get(60, TimeUnit.SECONDS);
            }
            people.shutdown();
            background.shutdown();
            assertThat(background.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            NaiveForest naive = new NaiveForest();
            naive.applyAll(clinic.states());
            assertThatCode(() -> SnapshotCheck.assertSame(network.snapshot(), naive, new Random(seed)))
                    .describedAs("seed %d", seed)
                    .doesNotThrowAnyException();
            assertThat(network.snapshot().loose()).isEmpty();
        }

        private Callable<Void> counted(Runnable work) {
            return () -> {
                try {
                    work.run();
                } finally {
                    writing.countDown();
                }
                return null;
            };
        }

        private Callable<Void> untilWritten(Runnable work) {
            return () -> {
                do {
                    work.run();
                } while (writing.getCount() > 0);
                return null;
            };
        }

        private void changeAndDeliver() {
            for (int i = 0; i < CHANGES; i++) {
                List<ClientState> changed = clinic.change();
                network.apply(changed);
                Snapshot after = network.snapshot();
                for (ClientState state : changed) {
                    assertThat(after.client(state.id()).orElseThrow().version())
                            .isGreaterThanOrEqualTo(state.version());
                }
            }
        }

        private void read() {
            Snapshot snapshot = network.snapshot();
            Forest flat = snapshot.flat();
            assertThat(flat.size()).isEqualTo(snapshot.size());
            assertThat(flat.size() - flat.roots()).isEqualTo(snapshot.links());
            int clients = 0;
            for (int root = 0; root < flat.roots(); root++) {
                String id = flat.id(root);
                int below = snapshot.summary(id).orElseThrow().clients();
                assertThat(snapshot.downline(id, null, null, 3).orElseThrow().total())
                        .isEqualTo(below);
                clients += 1 + below;
            }
            assertThat(clients).isEqualTo(snapshot.size());
            assertThat(network.snapshot().epoch()).isGreaterThanOrEqualTo(snapshot.epoch());
        }

        private void replace() {
            network.replace(builder -> clinic.ids().forEach(id -> builder.add(clinic.state(id))));
        }
    }
}
