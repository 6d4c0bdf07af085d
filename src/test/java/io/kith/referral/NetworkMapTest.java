package io.kith.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestGraph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Ana brought Ben and Cleo in January, Ben brought Dora in March and paid; Eve came by herself. */
@KithTest
class NetworkMapTest {

    private static final String MAP = """
            query($root: ID, $asOf: AsOf, $limit: Int! = 50000) {
              networkMap(root: $root, asOf: $asOf, limit: $limit) {
                clients total ids names parents since converted netRevenue channels activity owners scores
              }
            }
            """;

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @BeforeEach
    void theCast() {
        graph.clear();
        register("ana", "Ana");
        register("eve", "Eve");
        bring("ana", "ben", "Ben", "2026-01-10");
        bring("ana", "cleo", "Cleo", "2026-01-20");
        bring("ben", "dora", "Dora", "2026-03-01");
        api.ask(
                "mutation($input: RecordVisitInput!) { recordVisit(input: $input) { id } }",
                Map.of("input", Map.of("clientId", "ben", "charged", "120.50")));
    }

    @Test
    void aNetworkIsColumnsBreadthFirst() {
        var map = map("ana", null);

        assertThat(texts(map, "ids")).containsExactly("ana", "ben", "cleo", "dora");
        assertThat(texts(map, "names")).containsExactly("Ana", "Ben", "Cleo", "Dora");
        assertThat(map.path("parents").toString()).isEqualTo("[-1,0,0,1]");
        assertThat(map.path("since").toString()).isEqualTo("[null,\"2026-01-10\",\"2026-01-20\",\"2026-03-01\"]");
        assertThat(map.path("converted").toString()).isEqualTo("[false,true,false,false]");
        assertThat(map.path("netRevenue").get(1).decimalValue()).isEqualByComparingTo("120.50");
        assertThat(texts(map, "activity")).containsExactly("NEVER", "ACTIVE", "NEVER", "NEVER");
        assertThat(List.of("channels", "owners", "scores"))
                .allSatisfy(column -> assertThat(map.path(column)).hasSize(4));
    }

    @Test
    void everybodyIsOnTheMapWithoutARoot() {
        var map = map(null, null);

        assertThat(texts(map, "ids")).containsExactly("ana", "eve", "ben", "cleo", "dora");
        assertThat(map.path("parents").toString()).isEqualTo("[-1,-1,0,0,2]");
    }

    @Test
    void aPastMapShowsTheLinksOfThen() {
        var map = map("ana", Map.of("valid", "2026-02-01"));

        assertThat(texts(map, "ids")).containsExactly("ana", "ben", "cleo");
        assertThat(map.path("parents").toString()).isEqualTo("[-1,0,0]");
        assertThat(map.path("since").toString()).isEqualTo("[null,\"2026-01-10\",\"2026-01-20\"]");
    }

    @Test
    void aMapThatIsCutSaysHowManyThereAre() {
        var map = api.ask(MAP, Map.of("root", "ana", "limit", 2)).path("networkMap");

        assertThat(texts(map, "ids")).containsExactly("ana", "ben");
        assertThat(map.path("clients").asInt()).isEqualTo(2);
        assertThat(map.path("total").asInt()).isEqualTo(4);
    }

    @Test
    void nobodyHasNoMapAndAPastNeedsSomebody() {
        assertThat(map("nobody", null).isNull()).isTrue();
        assertThat(api.refusedWith(MAP, Map.of("asOf", Map.of("valid", "2026-02-01"))))
                .isEqualTo("INVALID_INPUT");
        assertThat(api.refusedWith(MAP, Map.of("limit", 100_001))).isEqualTo("INVALID_INPUT");
        assertThat(api.refusedWith(MAP, Map.of("limit", 0))).isEqualTo("INVALID_INPUT");
    }

    private JsonNode map(String root, Map<String, ?> asOf) {
        var variables = new HashMap<String, Object>();
        variables.put("root", root);
        variables.put("asOf", asOf);
        return api.ask(MAP, variables).path("networkMap");
    }

    private void register(String id, String name) {
        api.ask(
                "mutation($input: RegisterClientInput!) { registerClient(input: $input) { id } }",
                Map.of("input", Map.of("id", id, "name", name)));
    }

    private void bring(String referrer, String id, String name, String day) {
        api.ask(
                "mutation($input: RecordReferralInput!) { recordReferral(input: $input) { id } }",
                Map.of(
                        "input",
                        Map.of(
                                "referrerId", referrer,
                                "occurredOn", day,
                                "newClient", Map.of("id", id, "name", name))));
    }

    private static List<String> texts(JsonNode map, String column) {
        return map.path(column).valueStream().map(JsonNode::asString).toList();
    }
}
