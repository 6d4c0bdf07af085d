package io.kith.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestClock;
import io.kith.TestGraph;
import io.kith.TestPlace;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** In March Ana and Dan brought two each who paid, Gus one who paid most, Ivy one; Ivy does not want to be ranked. */
@KithTest
class LeaderboardTest {

    private static final String BOARD = """
            query($by: BoardMeasure!, $period: BoardPeriod!, $day: Date) {
              leaderboard(by: $by, period: $period, day: $day) { period from to over n optedOut ties
                places { totalCount edges { node { place sharedBy client { id } converted netValue { amount } } } } } }
            """;
    private static final String AWARD = """
            mutation($input: AwardPrizesInput!) { awardPrizes(input: $input) {
              entries { id amount kind client { id } proof { basis generation referral { id } period } }
              leftOut { client { id } place reason } } }
            """;

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    TestClock clock;

    @Autowired
    TestPlace place;

    @BeforeEach
    void march() {
        graph.clear();
        clock.stopAt("2026-03-10T04:00:00Z");
        graph.run("CREATE (:Staff {id: 'olga', name: 'Olga', role: 'CONSULTANT'})");
        for (var referrer : List.of("ana", "dan", "gus", "ivy")) {
            api.ask(
                    "mutation($id: ID) { registerClient(input: {id: $id, name: \"A client\"}) { id } }",
                    Map.of("id", referrer));
        }
        bring("ana", "ben", "100");
        bring("ana", "cleo", "50");
        bring("dan", "eve", "30");
        bring("dan", "finn", "30.50");
        bring("gus", "hal", "900");
        bring("ivy", "jo", "2000");
        bring("ben", "kim", "5000");
        api.ask(
                "mutation { recordConsent(input: {clientId: \"ivy\", purpose: MARKETING_PROFILE, given: false}) { id } }");
        api.ask(
                "mutation { recordConsent(input: {clientId: \"ben\", purpose: MARKETING_PROFILE, given: false}) { id } }");
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void equalsShareAPlaceAndTheNextStaysEmpty() {
        var board = board("PEOPLE_CONVERTED", "MONTH", "2026-03-31");
        assertThat(board.path("period").asString()).isEqualTo("2026-03");
        assertThat(board.path("from").asString()).isEqualTo("2026-03-01");
        assertThat(board.path("to").asString()).isEqualTo("2026-03-31");
        assertThat(board.path("over").asBoolean()).isFalse();
        assertThat(places(board, "converted")).containsExactly("1 of 2: ana 2", "1 of 2: dan 2", "3 of 1: gus 1");
        assertThat(board.path("optedOut").asInt()).as("Ivy and Ben").isEqualTo(2);
        assertThat(board.toString()).doesNotContain("ivy", "ben");
        assertThat(board("PEOPLE_CONVERTED", "MONTH", "2026-02-01").path("n").asInt())
                .isZero();
        assertThat(board("PEOPLE_CONVERTED", "QUARTER", "2026-01-01").path("n").asInt())
                .isEqualTo(3);
    }

    @Test
    void valueIsThatOfFriendsBroughtDirectlyLessRefunds() {
        assertThat(places(board("NET_VALUE", "QUARTER", "2026-03-31"), "netValue", "amount"))
                .as("nothing of what Kim, whom Ben brought, paid is Ana's")
                .containsExactly("1 of 1: gus 900.00", "2 of 1: ana 150.00", "3 of 1: dan 60.50");
        api.ask("mutation { refundVisit(input: {visitId: \"v-hal\", amount: 839.5}) { id } }");
        assertThat(places(board("NET_VALUE", "QUARTER", "2026-03-31"), "netValue", "amount"))
                .containsExactly("1 of 1: ana 150.00", "2 of 2: dan 60.50", "2 of 2: gus 60.50");
    }

    @Test
    void aMonthEndsWithItsLastDayAtTheClinic() {
        clock.stopAt("2026-03-31T15:59:59Z");
        bring("gus", "lea", "1");
        assertThat(board("PEOPLE_CONVERTED", "MONTH", null).path("over").asBoolean())
                .isFalse();
        clock.stopAt("2026-03-31T16:00:00Z");
        bring("gus", "mo", "1");
        assertThat(board("PEOPLE_CONVERTED", "MONTH", null).path("period").asString())
                .isEqualTo("2026-04");
        assertThat(places(board("PEOPLE_CONVERTED", "MONTH", null), "converted"))
                .containsExactly("1 of 1: gus 1");
        var march = board("PEOPLE_CONVERTED", "MONTH", "2026-03-15");
        assertThat(march.path("over").asBoolean()).isTrue();
        assertThat(places(march, "converted")).containsExactly("1 of 3: ana 2", "1 of 3: dan 2", "1 of 3: gus 2");
    }

    @Test
    void prizesAreLinesOfTheLedgerOnceAPlace() {
        place.is("generic");
        api.ask("mutation { signPack(input: {name: \"generic-cash\"}) { id } }");
        var input = prizes("POINTS", 1000);
        assertThat(api.refusedWith(AWARD, input)).as("March is not over").isEqualTo("CONFLICT");
        clock.stopAt("2026-04-01T04:00:00Z");
        var first = api.ask(AWARD, input).path("awardPrizes");
        assertThat(entries(first)).containsExactlyInAnyOrder("ana POINTS 1000", "dan POINTS 1000");
        assertThat(first.at("/entries/0/proof/basis").asString()).isEqualTo("PRIZE");
        assertThat(first.at("/entries/0/proof/generation").asInt()).isEqualTo(1);
        var again = api.ask(AWARD, input).path("awardPrizes");
        assertThat(ids(again)).as("the same lines").isEqualTo(ids(first));
        bring("gus", "lea", "1");
        api.ask("mutation { attributeReferral(input: {referrerId: \"gus\", referredId: \"dan\"}) { id } }");
        assertThat(ids(api.ask(AWARD, input).path("awardPrizes")))
                .as("whatever has become of the board")
                .isEqualTo(ids(first));
        assertThat(api.ask("{ client(id: \"ana\") { rewardBalance { availablePoints } } }")
                        .at("/client/rewardBalance/availablePoints")
                        .asLong())
                .isEqualTo(1000);
        assertThat(api.ask("{ reconcileRewards { intact findings { sentence } } }")
                        .at("/reconcileRewards/findings")
                        .size())
                .isZero();
    }

    @Test
    void thePackSaysWhatAPrizeMayBe() {
        place.is("generic");
        clock.stopAt("2026-04-01T04:00:00Z");
        assertThat(api.refusedWith(AWARD, prizes("POINTS", 10)))
                .as("rewards are off")
                .isEqualTo("CONFLICT");
        api.ask("mutation { signPack(input: {name: \"generic-cash\"}) { id } }");
        assertThat(api.refusedWith(AWARD, prizes("CASH", 10))).isEqualTo("INVALID_INPUT");
        assertThat(api.refusedWith(AWARD, prizes("POINTS", 1001))).isEqualTo("INVALID_INPUT");
        api.ask("mutation { declareStaffClient(input: {clientId: \"dan\", staffId: \"olga\"}) { id } }");
        var awarded = api.ask(AWARD, prizes("POINTS", 10)).path("awardPrizes");
        assertThat(entries(awarded)).containsExactly("ana POINTS 10");
        assertThat(awarded.at("/leftOut/0/client/id").asString()).isEqualTo("dan");
        assertThat(awarded.at("/leftOut/0/reason").asString()).isEqualTo("STAFF");
        assertThat(api.as("client service").refusedWith(AWARD, prizes("POINTS", 10)))
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void periodsAreThoseOfTheCalendar() {
        for (var day = LocalDate.of(2023, 12, 1); day.isBefore(LocalDate.of(2025, 1, 2)); day = day.plusDays(1)) {
            for (var period : BoardPeriod.values()) {
                assertThat(day).isBetween(period.first(day), period.last(day));
                assertThat(period.name(period.first(day))).isEqualTo(period.name(day));
                assertThat(period.name(period.last(day))).isEqualTo(period.name(day));
                assertThat(period.name(period.last(day).plusDays(1))).isNotEqualTo(period.name(day));
            }
        }
        assertThat(BoardPeriod.QUARTER.name(LocalDate.of(2024, 2, 29))).isEqualTo("2024-Q1");
    }

    private Map<String, Object> prizes(String kind, int amount) {
        return Map.of(
                "input",
                Map.of(
                        "by", "PEOPLE_CONVERTED",
                        "period", "MONTH",
                        "day", "2026-03-05",
                        "prizes", List.of(Map.of("place", 1, "kind", kind, "amount", amount))));
    }

    private JsonNode board(String by, String period, @Nullable String day) {
        var variables = new HashMap<String, Object>(Map.of("by", by, "period", period));
        variables.put("day", day);
        return api.ask(BOARD, variables).path("leaderboard");
    }

    private static List<String> places(JsonNode board, String... value) {
        return board.at("/places/edges")
                .valueStream()
                .map(edge -> edge.path("node"))
                .map(node -> "%d of %d: %s %s"
                        .formatted(
                                node.path("place").asInt(),
                                node.path("sharedBy").asInt(),
                                node.at("/client/id").asString(),
                                shown(node.at("/" + String.join("/", value)))))
                .toList();
    }

    private static String shown(JsonNode value) {
        return value.isIntegralNumber()
                ? value.asString()
                : value.decimalValue().setScale(2).toPlainString();
    }

    private static List<String> entries(JsonNode awarded) {
        return awarded.path("entries")
                .valueStream()
                .map(entry -> "%s %s %s"
                        .formatted(
                                entry.at("/client/id").asString(),
                                entry.path("kind").asString(),
                                entry.path("amount").asString()))
                .toList();
    }

    private static List<String> ids(JsonNode awarded) {
        return awarded.path("entries")
                .valueStream()
                .map(entry -> entry.path("id").asString())
                .sorted()
                .toList();
    }

    private void bring(String referrer, String friend, String paid) {
        api.ask(
                "mutation($input: RecordReferralInput!) { recordReferral(input: $input) { id } }",
                Map.of("input", Map.of("referrerId", referrer, "newClient", Map.of("id", friend, "name", "A friend"))));
        api.ask(
                "mutation($input: RecordVisitInput!) { recordVisit(input: $input) { id } }",
                Map.of("input", Map.of("id", "v-" + friend, "clientId", friend, "charged", new BigDecimal(paid))));
    }
}
