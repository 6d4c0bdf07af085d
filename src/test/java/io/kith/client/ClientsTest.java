package io.kith.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 王伟, 張偉, José and two Anas, found and listed through GraphQL on a real full-text index. */
@KithTest
class ClientsTest {

    private static final String LIST =
            "query($order: ClientOrder, $filter: ClientFilter, $first: Int!, $after: String) {"
                    + " clients(orderBy: $order, filter: $filter, first: $first, after: $after) {"
                    + " edges { node { id } } pageInfo { hasNextPage endCursor } totalCount } }";

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @BeforeEach
    void theCast() {
        graph.clear();
        register("C0001", "王伟", "13800138000", "2024-03-01", "north");
        register("C0002", "張偉", null, "2024-01-15", "south");
        register("C0003", "José Núñez", null, "2025-06-30", "north");
        register("C0004", "Ana", null, "2025-06-30", null);
        register("C0005", "Ana", null, "2023-12-31", null);
    }

    @Test
    void namesAreFoundInAnyScriptAndSpelling() {
        assertThat(found("wangwei")).containsExactly("C0001");
        assertThat(found("ww")).containsExactly("C0001");
        assertThat(found("王偉")).containsExactly("C0001");
        assertThat(found("张伟")).containsExactly("C0002");
        assertThat(found("jose nun")).containsExactly("C0003");
        assertThat(found("ana")).containsExactly("C0004", "C0005");
        assertThat(found("bob")).isEmpty();
    }

    @Test
    void phonesAndNumbersAreFoundByAnyPart() {
        assertThat(found("8000")).containsExactly("C0001");
        assertThat(found("+86 138 0013 8000")).containsExactly("C0001");
        assertThat(found("c0003")).containsExactly("C0003");
    }

    @Test
    void aClientIsReadAsFarAsAnyFragmentAsks() {
        var data = api.ask(
                "query($no: Boolean!) { name: client(id: \"C0001\") { ...named root { ...named } }"
                        + " phone: client(id: \"C0001\") { id ... on Client { ...whole } }"
                        + " twice: client(id: \"C0001\") { root { id } root { ...whole } }"
                        + " left: client(id: \"C0001\") { id name @skip(if: $no) } }"
                        + " fragment named on Client { ...more id } fragment more on Client { name }"
                        + " fragment whole on Client { ... { phone region } }",
                Map.of("no", true));

        assertThat(data.path("name").toString())
                .isEqualTo("{\"name\":\"王伟\",\"id\":\"C0001\",\"root\":{\"name\":\"王伟\",\"id\":\"C0001\"}}");
        assertThat(data.path("phone").path("phone").asString()).isEqualTo("13800138000");
        assertThat(data.path("phone").path("region").asString()).isEqualTo("north");
        assertThat(data.path("twice").path("root").path("phone").asString()).isEqualTo("13800138000");
        assertThat(data.path("left").toString()).isEqualTo("{\"id\":\"C0001\"}");
    }

    @Test
    void whatIsTypedIsNeverAnOperator() {
        for (var typed :
                List.of("", "   ", "*", "\"", "AND", "a OR b:", "\\", "(((", "searchKeys:*", "~~~", "\u0000")) {
            assertThat(api.send(
                                    "query($search: String) { clients(search: $search) { edges { node { id } } } }",
                                    Map.of("search", typed))
                            .has("errors"))
                    .as("typed: %s", typed)
                    .isFalse();
        }
    }

    @Test
    void everyOrderPagesThroughEveryClientOnce() {
        assertThat(paged("ID")).containsExactly("C0001", "C0002", "C0003", "C0004", "C0005");
        assertThat(paged("NAME")).containsExactly("C0004", "C0005", "C0003", "C0002", "C0001");
        assertThat(paged("JOINED_ON")).containsExactly("C0004", "C0003", "C0001", "C0002", "C0005");
        assertThat(paged("NET_REVENUE")).containsExactly("C0005", "C0004", "C0003", "C0002", "C0001");
    }

    @Test
    void aFilterNarrowsTheList() {
        var page = api.ask(LIST, Map.of("filter", Map.of("region", "north"), "first", 10))
                .path("clients");
        assertThat(page.path("edges")
                        .valueStream()
                        .map(edge -> edge.at("/node/id").asString()))
                .containsExactly("C0001", "C0003");
        assertThat(page.path("totalCount").isNull()).isTrue();
        assertThat(api.ask(LIST, Map.of("first", 1)).at("/clients/totalCount").asInt())
                .isEqualTo(5);
    }

    @Test
    void aPageIsBounded() {
        assertThat(api.refusedWith(LIST, Map.of("first", 201))).isEqualTo("LIMIT_EXCEEDED");
        assertThat(api.refusedWith(LIST, Map.of("first", -1))).isEqualTo("INVALID_INPUT");
        assertThat(api.refusedWith(LIST, Map.of("first", 5, "after", "nonsense!")))
                .isEqualTo("INVALID_INPUT");
    }

    @Test
    void anIdIsTakenOnce() {
        assertThat(api.refusedWith("mutation { registerClient(input: {id: \"C0001\", name: \"Other\"}) { id } }"))
                .isEqualTo("DUPLICATE_ID");
        assertThat(api.ask("{ client(id: \"C0001\") { name } }")
                        .at("/client/name")
                        .asString())
                .isEqualTo("王伟");
    }

    @Test
    void badInputIsNamedAndNothingIsWritten() {
        var tomorrow =
                "mutation { registerClient(input: {id: \"X\", name: \"Eve\", joinedOn: \"2999-01-01\"}) { id } }";
        assertThat(api.refusedWith(tomorrow)).isEqualTo("INVALID_INPUT");
        assertThat(api.refusedWith("mutation { registerClient(input: {id: \"X\", name: \"  \"}) { id } }"))
                .isEqualTo("INVALID_INPUT");
        assertThat(api.refusedWith(
                        "mutation { registerClient(input: {id: \"X\", name: \"Eve\", channel: \"none\"}) { id } }"))
                .isEqualTo("NOT_FOUND");
        assertThat(api.ask("{ client(id: \"X\") { id } }").path("client").isNull())
                .isTrue();
    }

    private List<String> paged(String order) {
        var ids = new ArrayList<String>();
        String after = null;
        do {
            var variables = new HashMap<String, Object>(Map.of("order", order, "first", 2));
            variables.put("after", after);
            var page = api.ask(LIST, variables).path("clients");
            page.path("edges").forEach(edge -> ids.add(edge.at("/node/id").asString()));
            after = page.at("/pageInfo/hasNextPage").asBoolean()
                    ? page.at("/pageInfo/endCursor").asString()
                    : null;
        } while (after != null);
        return ids;
    }

    private List<String> found(String typed) {
        return api.ask(
                        "query($search: String) { clients(search: $search) { edges { node { id } } } }",
                        Map.of("search", typed))
                .at("/clients/edges")
                .valueStream()
                .map(edge -> edge.at("/node/id").asString())
                .toList();
    }

    private void register(String id, String name, @Nullable String phone, String joinedOn, @Nullable String region) {
        var input = new HashMap<String, Object>(Map.of("id", id, "name", name, "joinedOn", joinedOn));
        input.put("phone", phone);
        input.put("region", region);
        api.ask(
                "mutation($input: RegisterClientInput!) { registerClient(input: $input) { id } }",
                Map.of("input", input));
    }
}
