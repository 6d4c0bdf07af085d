package io.kith.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Asks a snapshot everything and expects what the naive forest says. */
final class SnapshotCheck {

    private final Snapshot snapshot;
    private final NaiveForest expected;
    private final Random random;
    private final List<String> ids;

    private SnapshotCheck(Snapshot snapshot, NaiveForest expected, Random random) {
        this.snapshot = snapshot;
        this.expected = expected;
        this.random = random;
        this.ids = expected.ids();
    }

    static void assertSame(Snapshot snapshot, NaiveForest expected, Random random) {
        SnapshotCheck check = new SnapshotCheck(snapshot, expected, random);
        check.whole();
        check.ids.forEach(check::client);
        check.flat();
    }

    private void whole() {
        assertThat(snapshot.size()).isEqualTo(ids.size());
        assertThat((long) snapshot.links()).isEqualTo(expected.links());
        assertThat(snapshot.contains("nobody")).isFalse();
        assertThat(snapshot.summary("nobody")).isEmpty();
        int count = random.nextInt(5);
        assertThat(snapshot.largestSubtrees(count)).isEqualTo(expected.largestSubtrees(count));
    }

    private void client(String id) {
        assertThat(snapshot.contains(id)).isTrue();
        assertThat(snapshot.client(id)).contains(expected.client(id));
        assertThat(snapshot.referrer(id)).isEqualTo(Optional.ofNullable(expected.referrer(id)));
        assertThat(snapshot.upline(id)).isEqualTo(expected.upline(id));
        assertThat(snapshot.root(id)).contains(expected.root(id));
        assertThat(snapshot.depth(id)).hasValue(expected.upline(id).size());
        assertThat(snapshot.childCount(id)).isEqualTo(expected.downline(id, 1).size());
        assertThat(snapshot.summary(id)).contains(expected.summary(id));
        String other = ids.get(random.nextInt(ids.size()));
        assertThat(snapshot.path(id, other)).isEqualTo(Optional.ofNullable(expected.path(id, other)));
        assertThat(snapshot.isBelow(id, other)).isEqualTo(expected.isBelow(id, other));
        page(id);
    }

    private void page(String id) {
        boolean limited = random.nextBoolean();
        int deepest = limited ? random.nextInt(4) : Integer.MAX_VALUE;
        List<DownlineStep> all = expected.downline(id, deepest);
        int from = all.isEmpty() ? 0 : random.nextInt(all.size() + 1);
        int first = random.nextInt(all.size() + 2);
        int to = Math.min(all.size(), from + first);
        DownlinePage page = new DownlinePage(all.subList(from, to), to < all.size(), all.size());
        String after = from == 0 ? null : all.get(from - 1).id();
        assertThat(snapshot.downline(id, limited ? deepest : null, after, first))
                .contains(page);
    }

    private void flat() {
        Forest flat = snapshot.flat();
        List<String> order = expected.order();
        assertThat(flat.size()).isEqualTo(order.size());
        for (int number = 0; number < flat.size(); number++) {
            String id = order.get(number);
            ClientState state = expected.client(id);
            assertThat(flat.id(number)).isEqualTo(id);
            assertThat(flat.indexOf(id)).isEqualTo(number);
            assertThat(flat.parent(number)).isEqualTo(order.indexOf(state.referrerId()));
            assertThat(flat.depth(number)).isEqualTo(expected.upline(id).size());
            assertThat(flat.netRevenue(number)).isEqualTo(state.netRevenue());
            assertThat(flat.converted(number)).isEqualTo(state.converted());
            assertThat(flat.childCount(number))
                    .isEqualTo(expected.downline(id, 1).size());
            assertThat(number)
                    .isBetween(
                            flat.generationStart(flat.depth(number)), flat.generationStart(flat.depth(number) + 1) - 1);
        }
    }
}
