package io.kith.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ana brought Ben and Dora, Ben brought Cleo; Eva came by herself and brought Fay. */
class NetworkTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final int DEEP = 200_000;

    private final List<Runnable> background = new ArrayList<>();
    private final Network network = new Network(background::add, Clock.fixed(NOW, ZoneOffset.UTC), 4);

    NetworkTest() {
        network.replace(builder -> List.of(
                        state("Ana", null, 1),
                        state("Ben", "Ana", 1),
                        state("Cleo", "Ben", 1),
                        state("Dora", "Ana", 1),
                        state("Eva", null, 1),
                        state("Fay", "Eva", 1))
                .forEach(builder::add));
    }

    @Test
    void tellsWhoBroughtWhom() {
        Snapshot now = network.snapshot();

        assertThat(now.size()).isEqualTo(6);
        assertThat(now.links()).isEqualTo(4);
        assertThat(now.builtAt()).isEqualTo(NOW);
        assertThat(now.referrer("Cleo")).contains("Ben");
        assertThat(now.referrer("Ana")).isEmpty();
        assertThat(now.upline("Cleo")).containsExactly("Ben", "Ana");
        assertThat(now.root("Cleo")).contains("Ana");
        assertThat(now.root("Ana")).contains("Ana");
        assertThat(now.depth("Cleo")).hasValue(2);
        assertThat(now.childCount("Ana")).isEqualTo(2);
        assertThat(now.isBelow("Ana", "Cleo")).isTrue();
        assertThat(now.isBelow("Cleo", "Ana")).isFalse();
        assertThat(now.isBelow("Ana", "Ana")).isFalse();
        assertThat(now.largestSubtrees(2)).containsExactly(new Subtree("Ana", 3), new Subtree("Eva", 1));
    }

    @Test
    void saysNothingOfWhoItDoesNotKnow() {
        Snapshot now = network.snapshot();

        assertThat(now.contains("Gus")).isFalse();
        assertThat(now.client("Gus")).isEmpty();
        assertThat(now.referrer("Gus")).isEmpty();
        assertThat(now.upline("Gus")).isEmpty();
        assertThat(now.root("Gus")).isEmpty();
        assertThat(now.depth("Gus")).isEmpty();
        assertThat(now.childCount("Gus")).isZero();
        assertThat(now.downline("Gus", null, null, 10)).isEmpty();
        assertThat(now.summary("Gus")).isEmpty();
        assertThat(now.path("Gus", "Ana")).isEmpty();
        assertThat(now.path("Gus", "Gus")).isEmpty();
        assertThat(now.isBelow("Ana", "Gus")).isFalse();
    }

    @Test
    void findsTheWayThroughTheNearestCommonReferrer() {
        Snapshot now = network.snapshot();

        assertThat(now.path("Cleo", "Dora")).contains(new ReferralChain(List.of("Cleo", "Ben", "Ana", "Dora"), 2));
        assertThat(now.path("Cleo", "Ana")).contains(new ReferralChain(List.of("Cleo", "Ben", "Ana"), 2));
        assertThat(now.path("Ana", "Cleo")).contains(new ReferralChain(List.of("Ana", "Ben", "Cleo"), 0));
        assertThat(now.path("Ben", "Ben")).contains(new ReferralChain(List.of("Ben"), 0));
        assertThat(now.path("Cleo", "Fay")).isEmpty();
    }

    @Test
    void pagesADownlineBreadthFirst() {
        Snapshot now = network.snapshot();

        DownlinePage first = now.downline("Ana", null, null, 2).orElseThrow();
        assertThat(first)
                .isEqualTo(new DownlinePage(List.of(new DownlineStep("Ben", 1), new DownlineStep("Dora", 1)), true, 3));
        assertThat(now.downline("Ana", null, "Dora", 2))
                .contains(new DownlinePage(List.of(new DownlineStep("Cleo", 2)), false, 3));
        assertThat(now.downline("Ana", 1, null, 2).orElseThrow().hasNext()).isFalse();
        assertThat(now.downline("Ana", null, null, 0)).contains(new DownlinePage(List.of(), true, 3));
        assertThat(now.downline("Ana", null, "Cleo", 2)).contains(new DownlinePage(List.of(), false, 3));
    }

    @Test
    void hasNoPageAfterSomeoneWhoIsNotThere() {
        Snapshot now = network.snapshot();

        assertThat(now.downline("Ana", null, "Fay", 2)).isEmpty();
        assertThat(now.downline("Ana", null, "Gus", 2)).isEmpty();
        assertThat(now.downline("Ana", 1, "Cleo", 2)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> now.downline("Ana", null, null, -1))
                .withMessage("first: -1 is below 0.");
    }

    @Test
    void showsTheNextReaderWhatWasWritten() {
        network.apply(new ClientState("Gus", "Cleo", 700, true, 1));
        network.apply(new ClientState("Dora", "Ana", -300, false, 2));

        assertThat(network.snapshot().upline("Gus")).containsExactly("Cleo", "Ben", "Ana");
        assertThat(network.snapshot().summary("Ana"))
                .contains(new DownlineSummary(
                        4,
                        1,
                        700,
                        3,
                        List.of(
                                new GenerationTotals(1, 2, 0, -200),
                                new GenerationTotals(2, 1, 0, 200),
                                new GenerationTotals(3, 1, 1, 700))));
    }

    @Test
    void movesAllWhoAreBelowAlongWithBen() {
        network.apply(state("Ben", "Fay", 2));

        Snapshot now = network.snapshot();
        assertThat(now.upline("Cleo")).containsExactly("Ben", "Fay", "Eva");
        assertThat(now.depth("Cleo")).hasValue(3);
        assertThat(now.downline("Ana", null, null, 9).orElseThrow().steps())
                .containsExactly(new DownlineStep("Dora", 1));
        assertThat(now.summary("Eva").orElseThrow().clients()).isEqualTo(3);
        assertThat(now.links()).isEqualTo(4);
    }

    @Test
    void letsATakenSnapshotBe() {
        Snapshot before = network.snapshot();
        network.apply(state("Ben", null, 2), state("Gus", "Cleo", 1));

        assertThat(before.upline("Cleo")).containsExactly("Ben", "Ana");
        assertThat(before.contains("Gus")).isFalse();
        assertThat(before.size()).isEqualTo(6);
        assertThat(before.flat().size()).isEqualTo(6);
        assertThat(network.snapshot().epoch()).isGreaterThan(before.epoch());
    }

    @Test
    void paysNoHeedToOldNews() {
        network.apply(state("Ben", null, 3));
        Snapshot known = network.snapshot();
        network.apply(state("Ben", "Eva", 2), state("Ben", "Eva", 3));

        assertThat(network.snapshot()).isSameAs(known);
    }

    @Test
    void linksWhoCameBeforeHerReferrerOnceHeIsThere() {
        network.apply(state("Ida", "Hal", 1));
        assertThat(network.snapshot().referrer("Ida")).isEmpty();
        assertThat(network.snapshot().loose()).containsEntry("Ida", "Hal");

        network.apply(state("Hal", "Cleo", 1));
        assertThat(network.snapshot().upline("Ida")).containsExactly("Hal", "Cleo", "Ben", "Ana");
        assertThat(network.snapshot().loose()).isEmpty();
    }

    @Test
    void turnsALinkRoundWhicheverNewsComesFirst() {
        network.apply(state("Ana", "Ben", 2));
        assertThat(network.snapshot().referrer("Ana")).isEmpty();
        assertThat(network.snapshot().upline("Cleo")).containsExactly("Ben", "Ana");

        network.apply(state("Ben", null, 2));
        assertThat(network.snapshot().upline("Dora")).containsExactly("Ana", "Ben");
        assertThat(network.snapshot().links()).isEqualTo(4);
    }

    @Test
    void keepsWhatWaitsForItsReferrerThroughACompaction() {
        network.apply(state("Ida", "Hal", 1), state("Ana", "Cleo", 2), state("Jo", null, 1), state("Kim", null, 1));
        compact();
        assertThat(network.snapshot().changes()).isZero();

        network.apply(state("Hal", null, 1), state("Ben", null, 2));
        assertThat(network.snapshot().referrer("Ida")).contains("Hal");
        assertThat(network.snapshot().referrer("Ana")).contains("Cleo");
        assertThat(network.snapshot().loose()).isEmpty();
    }

    @Test
    void compactsOnceEnoughHaveChangedAndLosesNothing() {
        network.apply(state("Gus", "Ana", 1), state("Hal", "Gus", 1), state("Ben", "Hal", 2));
        assertThat(background).isEmpty();
        network.apply(state("Ida", "Ben", 1));
        assertThat(background).hasSize(1);
        Snapshot before = network.snapshot();
        compact();

        assertThat(network.snapshot().changes()).isZero();
        assertThat(network.snapshot().epoch()).isGreaterThan(before.epoch());
        assertThat(network.snapshot().upline("Ida")).containsExactly("Ben", "Hal", "Gus", "Ana");
        assertThat(before.upline("Ida")).containsExactly("Ben", "Hal", "Gus", "Ana");
        assertThat(network.buildTime()).isPositive();
    }

    @Test
    void goesOnWhenTheBackgroundHasShutDown() {
        Network late = new Network(
                any -> {
                    throw new RejectedExecutionException();
                },
                Clock.systemUTC(),
                1);
        late.apply(state("Ana", null, 1));
        late.apply(state("Ben", "Ana", 1));

        assertThat(late.snapshot().referrer("Ben")).contains("Ana");
    }

    @Test
    void holdsAfterARebuildWhatTheStoreSaidOrWasWrittenMeanwhile() {
        network.replace(builder -> {
            builder.add(state("Ana", null, 1));
            builder.add(state("Ben", "Ana", 5));
            network.apply(state("Ben", "Eva", 4), state("Ana", null, 1), state("Gus", "Ben", 1));
            network.apply(new ClientState("Ana", null, 900, false, 2));
        });

        Snapshot now = network.snapshot();
        assertThat(now.flat().size()).isEqualTo(3);
        assertThat(now.contains("Cleo")).isFalse();
        assertThat(now.upline("Gus")).containsExactly("Ben", "Ana");
        assertThat(now.client("Ana").orElseThrow().netRevenue()).isEqualTo(900);
    }

    @Test
    void untiesARingThatARebuildReadHalfBeforeAndHalfAfterAWrite() {
        network.replace(builder -> {
            builder.add(state("Ben", "Ana", 1));
            builder.add(state("Ana", "Ben", 2));
        });
        assertThat(network.snapshot().links()).isEqualTo(1);
        assertThat(network.snapshot().loose()).hasSize(1);

        network.apply(state("Ben", null, 2));
        assertThat(network.snapshot().upline("Ana")).containsExactly("Ben");
        assertThat(network.snapshot().loose()).isEmpty();
    }

    @Test
    void staysAsItWasWhenARebuildFails() {
        Snapshot before = network.snapshot();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> network.replace(builder -> {
                    builder.add(state("Gus", null, 1));
                    throw new IllegalStateException("The store is gone.");
                }));

        assertThat(network.snapshot()).isSameAs(before);
    }

    @Test
    void cutsAndMovesWithinAChainOfTwoHundredThousand() {
        List<ClientState> chain = IntStream.range(0, DEEP)
                .mapToObj(i -> state("C" + i, i == 0 ? null : "C" + (i - 1), 1))
                .toList();
        network.apply(chain);
        compact();
        network.apply(state("C" + DEEP / 2, "Fay", 2));

        Snapshot now = network.snapshot();
        String last = "C" + (DEEP - 1);
        assertThat(now.depth(last)).hasValue(DEEP / 2 + 1);
        assertThat(now.upline(last)).hasSize(DEEP / 2 + 1).endsWith("Fay", "Eva");
        assertThat(now.summary("C0").orElseThrow().depth()).isEqualTo(DEEP / 2 - 1);
        assertThat(now.summary("Eva").orElseThrow().clients()).isEqualTo(DEEP / 2 + 1);
        assertThat(now.path("C1", last)).isEmpty();
        assertThat(now.path("Fay", last).orElseThrow().ids()).hasSize(DEEP / 2 + 1);
        assertThat(now.flat().generations()).isEqualTo(DEEP / 2 + 2);
    }

    private void compact() {
        List<Runnable> due = List.copyOf(background);
        background.clear();
        due.forEach(Runnable::run);
    }

    private static ClientState state(String id, @Nullable String referrer, long version) {
        return new ClientState(id, referrer, referrer == null ? 0 : id.equals("Cleo") ? 200 : 100, false, version);
    }
}
