package io.kith.influence;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestGraph;
import io.kith.referral.Referrals;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Whose doing revenue is, among the nine clients of the design; A came by WECHAT, H by a walk past the door. */
@KithTest
class CreditTest {

    private static final String BOOK = "query($book: CreditBook!, $from: Date, $to: Date, $channel: ID) {"
            + " referralCredit(book: $book, from: $from, to: $to, channel: $channel) {"
            + " entries(first: 200) { totalCount edges { node { client { id } amount { amount } } } }"
            + " total { amount } unattributed { amount } netRevenue { amount } reconciles rounding"
            + " basis { n asOf wording rule { id version } parameters { name value origin source } } } }";

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    Referrals referrals;

    @BeforeEach
    void theNine() {
        NineClients.write(graph, referrals);
        graph.run("""
                CREATE (wechat:Channel {code: 'WECHAT', name: 'WeChat'}), (walk:Channel {code: 'WALK', name: 'Passing by'})
                WITH wechat, walk
                MATCH (a:Client {id: 'A'}) MATCH (h:Client {id: 'H'}) MATCH (i:Client {id: 'I'})
                CREATE (a)-[:ACQUIRED_VIA]->(wechat), (h)-[:ACQUIRED_VIA]->(walk), (i)-[:ACQUIRED_VIA]->(wechat)
                CREATE (:ChannelSpend {key: 'WECHAT:2026-01', month: '2026-01', amount: 100000})-[:SPENT_ON]->(wechat)
                CREATE (:ChannelSpend {key: 'WECHAT:2025-12', month: '2025-12', amount: 5500})-[:SPENT_ON]->(wechat)
                """);
    }

    @Test
    void theDirectBookReconciles() {
        var book = book("DIRECT", null, null, null);
        assertThat(money(book, "total")).isEqualByComparingTo("35000");
        assertThat(money(book, "unattributed")).isEqualByComparingTo("30000"); // A and H, whom nobody brought
        assertThat(money(book, "netRevenue")).isEqualByComparingTo("65000");
        assertThat(book.path("reconciles").asBoolean()).isTrue();
        assertThat(entries(book)).containsEntry("B", new BigDecimal("14000.00")).doesNotContainKey("E");
        assertThat(book.at("/basis/n").asInt()).isEqualTo(9);
        assertThat(book.at("/basis/rule/id").asString()).isEqualTo("influence");
    }

    @Test
    void theChainBookReconcilesToTheMinorUnit() {
        var book = book("CHAIN", null, null, null);
        assertThat(money(book, "total")).isEqualByComparingTo("65000");
        assertThat(book.path("reconciles").asBoolean()).isTrue();
        assertThat(entries(book)).containsEntry("D", new BigDecimal("5000.00"));
        assertThat(book.path("rounding").asString()).contains("Largest remainder");
    }

    @Test
    void theDownstreamBookRanksAndRefusesASum() {
        assertThat(api.refusedWith("{ referralCredit(book: DOWNSTREAM) { total { amount } } }"))
                .isEqualTo("NOT_ADDITIVE");
        assertThat(api.refusedWith("{ referralCredit(book: DOWNSTREAM) { reconciles } }"))
                .isEqualTo("NOT_ADDITIVE");
        var first = api.ask(
                        "{ referralCredit(book: DOWNSTREAM) { entries(first: 1) { totalCount edges { node { client { id } amount { amount } } } } } }")
                .at("/referralCredit/entries");
        assertThat(first.path("totalCount").asInt()).isEqualTo(5);
        assertThat(first.at("/edges/0/node/client/id").asString()).isEqualTo("A");
        assertThat(first.at("/edges/0/node/amount/amount").decimalValue()).isEqualByComparingTo("21500");
    }

    @Test
    void aBookOfAPeriodOrAChannelReconcilesToo() {
        api.ask(
                "mutation { recordVisit(input: {id: \"march\", clientId: \"E\", charged: 100.01, at: \"2026-03-05T04:00:00Z\"}) { id } }");
        var march = book("CHAIN", "2026-03-01", "2026-03-31", null);
        assertThat(money(march, "netRevenue")).isEqualByComparingTo("100.01");
        assertThat(march.path("reconciles").asBoolean()).isTrue();
        assertThat(entries(march))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "E", new BigDecimal("33.34"), "B", new BigDecimal("33.34"), "A", new BigDecimal("33.33")));
        assertThat(money(book("CHAIN", "2026-02-02", null, null), "netRevenue")).isEqualByComparingTo("100.01");
        var walk = book("DIRECT", null, null, "WALK");
        assertThat(money(walk, "netRevenue")).isEqualByComparingTo("21000"); // H and I, whoever I says she came by
        assertThat(walk.path("reconciles").asBoolean()).isTrue();
        assertThat(api.refusedWith("{ referralCredit(book: CHAIN, channel: \"NOWHERE\") { netRevenue { amount } } }"))
                .isEqualTo("NOT_FOUND");
        assertThat(
                        api.refusedWith(
                                "{ referralCredit(book: CHAIN, from: \"2026-03-02\", to: \"2026-03-01\") { netRevenue { amount } } }"))
                .isEqualTo("INVALID_INPUT");
    }

    @Test
    void aRefundLowersExactlyTheEntriesItTouched() {
        var before = entries(book("CHAIN", null, null, null));
        api.ask("mutation { refundVisit(input: {visitId: \"vG\", amount: 3.97}) { id } }");
        var after = book("CHAIN", null, null, null);
        assertThat(after.path("reconciles").asBoolean()).isTrue();
        var changed = new HashMap<String, BigDecimal>();
        entries(after).forEach((client, amount) -> {
            if (before.get(client).compareTo(amount) != 0) {
                changed.put(client, before.get(client).subtract(amount));
            }
        });
        assertThat(changed.keySet()).containsExactlyInAnyOrder("G", "D", "B", "A");
        assertThat(changed.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("3.97");
    }

    @Test
    void channelsPartTheClientsAndTheRevenue() {
        var lines = api.ask("""
                { channelReturn(from: "2026-01-01", to: "2026-12-31") { channels {
                  channel { code } spend { amount } firstGeneration allGenerations
                  directRevenue { amount } chainRevenue { amount } costOfFirst { amount } costOfAll { amount }
                  growth { generation cohort brought censored k }
                } } }
                """).at("/channelReturn/channels");
        assertThat(lines.size()).isEqualTo(3);
        var clients = 0;
        var revenue = BigDecimal.ZERO;
        for (var line : lines) {
            clients += line.path("allGenerations").asInt();
            revenue = revenue.add(money(line, "directRevenue")).add(money(line, "chainRevenue"));
        }
        assertThat(clients).isEqualTo(9);
        assertThat(revenue).isEqualByComparingTo("65000");
        var wechat = lines.path(1);
        assertThat(wechat.at("/channel/code").asString()).isEqualTo("WECHAT");
        assertThat(wechat.path("firstGeneration").asInt()).isEqualTo(1);
        assertThat(wechat.path("allGenerations").asInt()).isEqualTo(7);
        assertThat(money(wechat, "spend")).isEqualByComparingTo("1000");
        assertThat(money(wechat, "costOfAll")).isEqualByComparingTo("142.86");
        assertThat(wechat.at("/growth/0/k").asDouble()).isEqualTo(2);
        assertThat(wechat.at("/growth/1/brought").asInt()).isEqualTo(3);
        assertThat(lines.path(2).path("channel").isNull()).isTrue();
        assertThat(lines.path(2).path("allGenerations").asInt()).isZero();
    }

    private JsonNode book(String book, String from, String to, String channel) {
        var variables = new HashMap<String, Object>();
        variables.put("book", book);
        variables.put("from", from);
        variables.put("to", to);
        variables.put("channel", channel);
        return api.ask(BOOK, variables).path("referralCredit");
    }

    private static Map<String, BigDecimal> entries(JsonNode book) {
        var entries = new HashMap<String, BigDecimal>();
        for (var edge : book.at("/entries/edges")) {
            entries.put(
                    edge.at("/node/client/id").asString(),
                    edge.at("/node/amount/amount").decimalValue().setScale(2));
        }
        return entries;
    }

    private static BigDecimal money(JsonNode node, String field) {
        return node.path(field).path("amount").decimalValue();
    }
}
