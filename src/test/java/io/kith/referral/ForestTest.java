package io.kith.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ForestTest {

    private static final int DEEP = 200_000;

    @Test
    void numbersByDepthThenByReferrerThenById() {
        Forest forest = forest(
                client("Zoe", null),
                client("Cleo", "Ben"),
                client("Dora", "Ana"),
                client("Ana", null),
                client("Eva", "Zoe"),
                client("Ben", "Ana"));

        assertThat(ids(forest)).containsExactly("Ana", "Zoe", "Ben", "Dora", "Eva", "Cleo");
        assertThat(forest.roots()).isEqualTo(2);
        assertThat(forest.generations()).isEqualTo(3);
        assertThat(IntStream.range(0, 6).map(forest::parent)).containsExactly(-1, -1, 0, 0, 1, 2);
        assertThat(IntStream.range(0, 6).map(forest::depth)).containsExactly(0, 0, 1, 1, 1, 2);
        assertThat(IntStream.range(0, 6).map(forest::childCount)).containsExactly(2, 1, 1, 0, 0, 0);
        assertThat(forest.indexOf("Dora")).isEqualTo(3);
        assertThat(forest.indexOf("Fay")).isEqualTo(-1);
    }

    @Test
    void holdsTheChildrenOfARangeInARange() {
        Forest forest = fixture();

        int brought = forest.indexOf("A");
        assertThat(ids(forest, forest.firstChild(brought), forest.firstChild(brought + 1)))
                .containsExactly("B", "C");
        int from = forest.indexOf("B");
        assertThat(ids(forest, forest.firstChild(from), forest.firstChild(from + 2)))
                .containsExactly("D", "E", "F");
        assertThat(forest.netRevenue(forest.indexOf("D"), forest.indexOf("F") + 1))
                .isEqualTo(19_000);
    }

    @Test
    void countsBelowAndDepthOfTheNineClientsAsTheDesignDoes() {
        Map<String, List<Integer>> belowAndDepth = Map.of(
                "A", List.of(6, 3),
                "B", List.of(3, 2),
                "C", List.of(1, 1),
                "D", List.of(1, 1),
                "E", List.of(0, 0),
                "F", List.of(0, 0),
                "G", List.of(0, 0),
                "H", List.of(1, 1),
                "I", List.of(0, 0));
        Forest forest = fixture();
        Snapshot snapshot = new Snapshot(forest, Map.of(), Instant.EPOCH, 0);

        belowAndDepth.forEach((id, expected) -> {
            DownlineSummary summary = snapshot.summary(id).orElseThrow();
            assertThat(List.of(summary.clients(), summary.depth())).as(id).isEqualTo(expected);
            assertThat(forest.sizesBelow()[forest.indexOf(id)]).as(id).isEqualTo(expected.get(0));
        });
        assertThat(snapshot.summary("A").orElseThrow().generations())
                .containsExactly(
                        new GenerationTotals(1, 2, 0, 11_000),
                        new GenerationTotals(2, 3, 0, 19_000),
                        new GenerationTotals(3, 1, 0, 4_000));
    }

    @Test
    void takesTheNewerOfTwoStatesInWhicheverOrderTheyCome() {
        ClientState older = new ClientState("Ben", null, 100, false, 1);
        ClientState newer = new ClientState("Ben", "Ana", -50, true, 2);

        for (List<ClientState> rows : List.of(List.of(older, newer), List.of(newer, older))) {
            ForestBuilder builder = new ForestBuilder();
            builder.add(client("Ana", null));
            rows.forEach(builder::add);
            Forest forest = builder.build();
            int ben = forest.indexOf("Ben");
            assertThat(forest.parent(ben)).isEqualTo(forest.indexOf("Ana"));
            assertThat(forest.netRevenue(ben)).isEqualTo(-50);
            assertThat(forest.converted(ben)).isTrue();
        }
    }

    @Test
    void makesARootOfWhoWasBroughtByNobodyKnown() {
        Forest forest = forest(client("Ana", null), client("Cleo", "Ben"), client("Dora", "Cleo"));

        assertThat(ids(forest)).containsExactly("Ana", "Cleo", "Dora");
        assertThat(forest.roots()).isEqualTo(2);
        assertThat(forest.indexOf("Ben")).isEqualTo(-1);
    }

    @Test
    void refusesARingAndNamesThoseInIt() {
        assertThatExceptionOfType(ReferralLoop.class)
                .isThrownBy(() -> forest(
                        client("Ana", null),
                        client("Fay", "Cleo"),
                        client("Dora", "Cleo"),
                        client("Cleo", "Ben"),
                        client("Ben", "Dora")))
                .withMessage(
                        "A ring of 3 referrals cannot be a forest: Ben brought by Dora brought by Cleo brought by Ben.")
                .satisfies(ring -> assertThat(ring.ids()).containsExactly("Ben", "Dora", "Cleo"));
        assertThatExceptionOfType(ReferralLoop.class)
                .isThrownBy(() -> forest(client("Ana", "Ana")))
                .satisfies(ring -> assertThat(ring.ids()).containsExactly("Ana"));
        assertThatExceptionOfType(ReferralLoop.class)
                .isThrownBy(() -> forest(IntStream.range(0, 1_000)
                        .mapToObj(i -> client("R" + i, "R" + (i + 1) % 1_000))
                        .toArray(ClientState[]::new)))
                .satisfies(ring -> assertThat(ring.ids()).hasSize(1_000))
                .satisfies(ring -> assertThat(ring.getMessage()).hasSizeLessThan(600));
    }

    @Test
    void holdsAChainOfTwoHundredThousand() {
        List<ClientState> chain = new ArrayList<>(IntStream.range(0, DEEP)
                .mapToObj(i -> client("C" + i, i == 0 ? null : "C" + (i - 1)))
                .toList());
        Collections.shuffle(chain, new Random(1));

        Forest forest = forest(chain.toArray(ClientState[]::new));

        assertThat(forest.generations()).isEqualTo(DEEP);
        assertThat(forest.depth(forest.indexOf("C" + (DEEP - 1)))).isEqualTo(DEEP - 1);
        assertThat(forest.sizesBelow()[forest.indexOf("C0")]).isEqualTo(DEEP - 1);
        assertThat(forest.largestSubtrees(2)).containsExactly(new Subtree("C0", DEEP - 1), new Subtree("C1", DEEP - 2));
    }

    @Test
    void refusesARingOfTwoHundredThousandWithoutEnd() {
        assertThatExceptionOfType(ReferralLoop.class)
                .isThrownBy(() -> forest(IntStream.range(0, DEEP)
                        .mapToObj(i -> client("C" + i, "C" + (i + 1) % DEEP))
                        .toArray(ClientState[]::new)))
                .satisfies(ring -> assertThat(ring.ids()).hasSize(DEEP));
    }

    @Test
    void takesAtMostSixtyFourBytesAClientEvenInAChain() {
        int clients = 20_000;
        ForestBuilder grown = new ForestBuilder();
        ForestBuilder expected = new ForestBuilder(clients);
        for (int i = 0; i < clients; i++) {
            ClientState state = client("C%07d".formatted(i), i == 0 ? null : "C%07d".formatted(i - 1));
            grown.add(state);
            expected.add(state);
        }

        assertThat(grown.build().footprint()).isLessThanOrEqualTo(64L * clients);
        assertThat(expected.build().footprint()).isLessThanOrEqualTo(64L * clients);
    }

    @Test
    void findsEveryIdInAnyScriptAndLength() {
        List<String> ids = Stream.concat(
                        Stream.of("", " ", "王伟", "王", "😀", "\uFFFD", "é", "e\u0301", "x".repeat(5_000), "C1", "C10"),
                        IntStream.range(0, 5_000).mapToObj(i -> "C" + i * 7 + "伟"))
                .toList();
        Forest forest = forest(ids.stream().map(id -> client(id, null)).toArray(ClientState[]::new));

        assertThat(ids(forest))
                .isEqualTo(ids.stream().sorted(NaiveForest.BY_CODE_POINTS).toList());
        assertThat(ids)
                .allSatisfy(id -> assertThat(forest.id(forest.indexOf(id))).isEqualTo(id));
        assertThat(forest.indexOf("C2伟")).isEqualTo(-1);
    }

    @Test
    void sortsIdsThatShareMuchAsAnyOther() {
        Random random = new Random(7);
        List<String> ids = IntStream.range(0, 3_000)
                .mapToObj(i -> "clinic-%s-%d%s"
                        .formatted("a".repeat(random.nextInt(30)), random.nextInt(50), "\0".repeat(random.nextInt(3))))
                .distinct()
                .toList();

        assertThat(ids(forest(ids.stream().map(id -> client(id, null)).toArray(ClientState[]::new))))
                .isEqualTo(ids.stream().sorted(NaiveForest.BY_CODE_POINTS).toList());
    }

    @Test
    void isEmptyWithoutClients() {
        Forest forest = forest();

        assertThat(forest.size()).isZero();
        assertThat(forest.generations()).isZero();
        assertThat(forest.indexOf("Ana")).isEqualTo(-1);
        assertThat(forest.largestSubtrees(3)).isEmpty();
    }

    /** The nine clients of the design: A→B A→C B→D B→E C→F D→G H→I. */
    private static Forest fixture() {
        return forest(
                paying("A", null, 10_000),
                paying("B", "A", 8_000),
                paying("C", "A", 3_000),
                paying("D", "B", 12_000),
                paying("E", "B", 2_000),
                paying("F", "C", 5_000),
                paying("G", "D", 4_000),
                paying("H", null, 20_000),
                paying("I", "H", 1_000));
    }

    private static Forest forest(ClientState... states) {
        ForestBuilder builder = new ForestBuilder();
        List.of(states).forEach(builder::add);
        return builder.build();
    }

    private static ClientState client(String id, @Nullable String referrer) {
        return paying(id, referrer, 0);
    }

    private static ClientState paying(String id, @Nullable String referrer, long netRevenue) {
        return new ClientState(id, referrer, netRevenue, false, 1);
    }

    private static List<String> ids(Forest forest) {
        return ids(forest, 0, forest.size());
    }

    private static List<String> ids(Forest forest, int from, int to) {
        return IntStream.range(from, to).mapToObj(forest::id).toList();
    }
}
