package io.kith.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.KithTest;
import io.kith.Parties;
import io.kith.TestGraph;
import io.kith.client.Clients;
import io.kith.client.NewClient;
import io.kith.edge.Connection;
import io.kith.edge.Paging;
import io.kith.edge.Refusal;
import io.kith.visit.NewVisit;
import io.kith.visit.Visits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Random small forests under random concurrent writes: the projection answers every query as Cypher does. */
@KithTest
class ProjectionIsTheGraphTest {

    private static final int FORESTS = Integer.getInteger("kith.test.forests", 40);
    private static final int COMPARED = 2;
    private static final long SEED = Long.getLong("kith.test.seed", 20260101L);
    private static final AsOf NOW = new AsOf(null, null);
    private static final Paging ALL = Paging.of(200, null);

    @Autowired
    Referrals referrals;

    @Autowired
    Chains chains;

    @Autowired
    Clients clients;

    @Autowired
    Visits visits;

    @Autowired
    TestGraph graph;

    @Test
    void theProjectionAnswersAsCypherDoes() {
        graph.clear();
        try (var parties = new Parties()) {
            for (var forest = 0; forest < FORESTS; forest++) {
                var random = new Random(SEED + forest);
                var cast = plant(forest, random);
                parties.race(IntStream.range(0, 3)
                        .mapToObj(writer -> writing(cast, new Random(random.nextLong())))
                        .toList());
                if (forest % 50 == 0) {
                    referrals.rebuildNetwork();
                }
                Collections.shuffle(cast, random);
                for (var client : cast.subList(0, COMPARED)) {
                    compare(client, "seed %d, forest %d, client %s".formatted(SEED, forest, client));
                }
            }
        }
    }

    private void compare(String client, String where) {
        var above = chains.upline(client, null);
        assertThat(above.stream().map(UplineStep::clientId))
                .as(where)
                .containsExactlyElementsOf(chains.upline(client, NOW).stream()
                        .map(UplineStep::clientId)
                        .toList());
        assertThat(nodes(chains.downline(client, null, null, ALL)))
                .as(where)
                .isEqualTo(nodes(chains.downline(client, null, NOW, ALL)));
        assertThat(nodes(chains.downline(client, 2, null, ALL)))
                .as(where)
                .isEqualTo(nodes(chains.downline(client, 2, NOW, ALL)));
        assertThat(chains.summary(client, null)).as(where).isEqualTo(chains.summary(client, NOW));
        assertThat(chains.root(client))
                .as(where)
                .isEqualTo(
                        above.isEmpty() ? client : above.get(above.size() - 1).clientId());
    }

    private static List<DownlineStep> nodes(Connection<DownlineStep> page) {
        return page.edges().stream().map(Connection.Edge::node).toList();
    }

    private List<String> plant(int forest, Random random) {
        var cast = new ArrayList<String>();
        for (var place = 0; place < 3 + random.nextInt(6); place++) {
            var id = "f%d-%d".formatted(forest, place);
            var client = new NewClient(id, "Client " + id, null, null, null, null, null);
            if (cast.isEmpty() || random.nextInt(3) == 0) {
                clients.register(client, null);
            } else {
                var referrer = cast.get(random.nextInt(cast.size()));
                referrals.record(new NewReferral(null, referrer, null, null, client, null, null, null), null);
            }
            cast.add(id);
        }
        return cast;
    }

    private Callable<Boolean> writing(List<String> cast, Random random) {
        return () -> {
            for (var write = 0; write < 3; write++) {
                try {
                    writeSomething(cast, random);
                } catch (Refusal byRule) {
                    assertThat(byRule.code()).isIn("CYCLE", "SECOND_REFERRER", "SELF_REFERRAL", "CONFLICT");
                }
            }
            return true;
        };
    }

    private void writeSomething(List<String> cast, Random random) {
        var one = cast.get(random.nextInt(cast.size()));
        var other = cast.get(random.nextInt(cast.size()));
        switch (random.nextInt(4)) {
            case 0 -> referrals.record(new NewReferral(null, one, null, other, null, null, null, null), null);
            case 1 ->
                referrals
                        .creditedTo(List.of(one))
                        .values()
                        .forEach(referral -> referrals.retract(referral.id(), "so it goes", null));
            case 2 -> visit(one, BigDecimal.valueOf(random.nextInt(100)));
            default ->
                visits.refund(visit(one, BigDecimal.TEN), BigDecimal.valueOf(1 + random.nextInt(10)), null, null);
        }
    }

    private String visit(String client, BigDecimal paid) {
        return visits.record(new NewVisit(null, client, null, paid, paid, List.of(), List.of()), null)
                .id();
    }
}
