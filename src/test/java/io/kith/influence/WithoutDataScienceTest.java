package io.kith.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestGraph;
import io.kith.referral.Referrals;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A server without Graph Data Science: all but PageRank and circles is there, and the score is made of the rest. */
@KithTest
class WithoutDataScienceTest {

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    Referrals referrals;

    @Autowired
    InfluenceRuns runs;

    @Autowired
    TieGraph ties;

    @Test
    void theRestIsRankedAndTheScoreStillAddsUp() {
        assumeFalse(ties.isThere(), "skipped: this store has Graph Data Science");
        NineClients.write(graph, referrals);

        runs.runNow();

        var influence = api.ask("""
                { client(id: "A") { influence {
                  rated rank score circle n components { name weight points } downstreamValue { amount }
                } } }
                """).at("/client/influence");
        assertThat(influence.path("rated").asBoolean()).isTrue();
        assertThat(influence.path("rank").asInt()).isEqualTo(1);
        assertThat(influence.path("n").asInt()).isEqualTo(9);
        assertThat(influence.path("circle").isNull()).isTrue();
        assertThat(influence.at("/downstreamValue/amount").decimalValue()).isEqualByComparingTo("21500");
        var components = influence.path("components").valueStream().toList();
        assertThat(components.stream()
                        .filter(component -> component.path("name").asString().equals("PAGE_RANK"))
                        .allMatch(component -> component.path("points").asDouble() == 0))
                .isTrue();
        assertThat(sum(components, "weight")).isCloseTo(1, within(1e-9));
        assertThat(sum(components, "points")).isCloseTo(influence.path("score").asDouble(), within(1e-9));
    }

    private static double sum(Iterable<JsonNode> components, String field) {
        var sum = 0.0;
        for (var component : components) {
            sum += component.path(field).asDouble();
        }
        return sum;
    }
}
