package io.kith;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.kith.edge.Clinic;
import io.kith.intake.DemoClinic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The page as people use it, on the made-up clinic, in a real browser. */
@KithTest
@ExtendWith(ChromiumNeeded.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageTest {

    private static final int CLIENTS = Integer.getInteger("kith.test.demo-clients", 1_000);
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    private static final String FIRST_VIEW = "() => performance.getEntriesByName('kith-ready')[0].startTime";
    private static final String LEVEL = "() => Number(document.activeElement.getAttribute('aria-level'))";

    private static final List<Board> BOARDS = List.of(
            new Board("influence", ".rank tbody tr"),
            new Board("influence?tab=hidden", ".tile"),
            new Board("influence?tab=ask", "tbody tr"),
            new Board("influence?tab=charts", ".plot svg"),
            new Board("staff", ".cover"),
            new Board("staff?tab=departure", ".halves tbody tr"),
            new Board("staff?tab=due", "tbody tr"),
            new Board("staff?tab=complaints", "tbody tr"),
            new Board("import", ".drop-zone"));

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    Loading loading;

    @Autowired
    Clinic clinic;

    @Autowired
    Clock clock;

    private Browser browser;
    private String origin;

    @BeforeAll
    void openTheClinic(@TempDir Path folder) throws IOException {
        graph.clear();
        DemoClinic.write(folder, CLIENTS, DemoClinic.DEFAULT_SEED, clinic.today(clock));
        assertThat(loading.load(folder, false, false)).isZero();
        api.as("director");
        api.as("client service");
        browser = new Browser();
        origin = api.uri("").toString();
    }

    @AfterAll
    void closeTheClinic() {
        browser.close();
        graph.clear();
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 树状, 上线", "zh-TW, 樹狀, 上線", "en-US, Tree, Upline"})
    void marketingFindsAClientLooksAtHerChainFollowsAPathAndTakesItAlong(String locale, String tree, String upline) {
        var mia = mostReferring();
        var deep = deepestBelow(mia.path("id").asString());
        try (var visit = visit("client-service", locale, WIDTH, HEIGHT)) {
            visit.settled().picture("start-" + locale);
            visit.find(".start", mia.path("name").asString(), mia.path("id").asString());
            assertThat(visit.seen("[aria-pressed=true]").textContent().strip()).isEqualTo(tree);
            visit.seen("svg.stage [role=treeitem]");
            visit.settled().picture("tree-" + locale);
            assertThat(visit.at("svg.stage [role=treeitem]").count()).isBetween(20, 1_500);

            visit.at("kith-network .finder summary").click();
            visit.find(
                    "kith-network .finder",
                    deep.path("id").asString(),
                    deep.path("id").asString());
            PlaywrightAssertions.assertThat(visit.at(".path li"))
                    .hasCount(deep.path("generation").asInt() + 1);
            visit.settled().picture("path-" + locale);
            visit.at(".path > button").click();

            visit.at(".exports summary").click();
            var csv = new String(visit.file(".exports [name=csv]"), UTF_8);
            assertThat(csv.lines().count())
                    .isEqualTo(2 + mia.path("downlineSummary").path("clients").asLong());
            assertThat(csv).contains(deep.path("id").asString());
            assertThat(new String(visit.file(".exports [name=svg]"), UTF_8))
                    .startsWith("<svg ")
                    .contains(mia.path("name").asString());
            assertThat(visit.file(".exports [name=png]")).startsWith(0x89, 'P', 'N', 'G');
            assertThat(visit.page().url()).doesNotContain(mia.path("name").asString());
            assertThat(visit.seen(".crumbs").getAttribute("aria-label")).isEqualTo(upline);
        }
    }

    @Test
    void theTreeIsWalkedByKeysFoldedAndUndone() {
        var mia = mostReferring().path("id").asString();
        try (var visit = visit("client-service", "en-US", WIDTH, HEIGHT)) {
            visit.open("network?client=" + mia);
            visit.seen("[role=treeitem][tabindex='0']").focus();
            var level = visit.number(LEVEL);
            var keys = visit.page().keyboard();
            keys.press("ArrowRight");
            assertThat(visit.number(LEVEL)).isEqualTo(level + 1);
            var drawn = visit.at("[role=treeitem]").count();
            keys.press("ArrowLeft");
            PlaywrightAssertions.assertThat(visit.at("[role=treeitem]:focus")).hasAttribute("aria-expanded", "false");
            assertThat(visit.at("[role=treeitem]").count()).isLessThan(drawn);
            keys.press("Control+z");
            PlaywrightAssertions.assertThat(visit.at("[role=treeitem]")).hasCount(drawn);
            keys.press("Enter");
            visit.seen("kith-client-panel h2");
            visit.settled().picture("panel-en-US");
            visit.page().goBack();
            visit.open("network?client=" + mia + "&shape=rings").picture("rings-en-US");
            visit.open("network?client=" + mia + "&shape=list").picture("list-en-US");
            assertThat(visit.at("[role=treegrid] tbody tr").count()).isGreaterThan(20);
            visit.open("network").picture("overview-en-US");
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, zh-Hans, 补登记", "zh-TW, zh-Hant, 補登記", "en-US, en, named late"})
    void frontDeskRecordsAReferralWhoseReferrerWasNamedAfterTheSale(String locale, String language, String late) {
        var ana = mostReferring();
        var ben = cameAloneAndPaid();
        try (var visit = visit("client-service", locale, WIDTH, HEIGHT)) {
            visit.open("record");
            assertThat(visit.at("html").getAttribute("lang")).isEqualTo(language);
            visit.find(
                    "form .referrer", ana.path("id").asString(), ana.path("id").asString());
            visit.at("[name=friend][value=known]").check();
            visit.find(
                    "form .friend", ben.path("name").asString(), ben.path("id").asString());
            visit.at("[name=late]").check();
            visit.at("[name=reason]").fill("Said so at the counter");
            visit.picture("record-" + locale);
            visit.at("[name=record]").click();
            assertThat(visit.seen(".done").textContent())
                    .contains(ana.path("name").asString(), ben.path("name").asString(), late);
            visit.at(".done a").click();
            visit.seen("svg.stage [role=treeitem]");
            assertThat(visit.seen("kith-client-panel h2").textContent())
                    .contains(ben.path("id").asString());
            visit.settled();
        }
        assertThat(api.ask(
                                "query($id: ID!) { client(id: $id) { referrer { id } } }",
                                Map.of("id", ben.path("id").asString()))
                        .at("/client/referrer/id")
                        .asString())
                .isEqualTo(ana.path("id").asString());
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 1440, 900", "zh-TW, 1440, 900", "en-US, 1440, 900", "zh-CN, 390, 844"})
    void everyBoardIsThereInThreeLanguagesOnADeskAndOnAPhone(String locale, int width, int height) {
        var screen = width == WIDTH ? locale : "phone";
        try (var visit = visit("director", locale, width, height)) {
            for (var board : BOARDS) {
                visit.open(board.place()).seen(board.shown());
                visit.settled().picture(board.place().replaceAll("[?]tab=", "-") + "-" + screen);
                assertThat(visit.number("() => document.documentElement.scrollWidth - innerWidth"))
                        .as("pixels to scroll sideways on %s", board.place())
                        .isLessThanOrEqualTo(0);
            }
        }
    }

    /** A view and what must be seen on it. */
    private record Board(String place, String shown) {}

    @ParameterizedTest
    @CsvSource({"zh-CN, 已签署", "zh-TW, 已簽署", "en-US, is signed"})
    void theManagerLooksWhoMattersAndWhyTriesARuleAndSignsIt(String locale, String signed) {
        try (var visit = visit("director", locale, WIDTH, HEIGHT)) {
            visit.open("influence");
            var first = visit.seen(".rank tbody a").textContent();
            visit.at(".rank tbody a").first().click();
            assertThat(visit.seen("kith-client-panel h2").textContent()).contains(first);
            visit.seen("kith-influence-part .tight");
            visit.settled().picture("explanation-" + locale);

            visit.open("tiers");
            visit.at("[name=run]").click();
            visit.seen("table.tiers tbody tr");
            visit.at("[name=vip]").fill("10");
            visit.at("[name=main]").fill("20");
            visit.at("[name=regular]").fill("30");
            visit.at("[name=general]").fill("40");
            visit.at("[name=preview]").click();
            visit.seen(".preview tbody tr");
            visit.settled().picture("tiers-" + locale);
            visit.at("[name=sign]").click();
            PlaywrightAssertions.assertThat(visit.at(".done")).containsText(signed);
        }
    }

    @Test
    void aPackIsReadAndSignedAndItsBooksAreOpen() {
        for (var locale : List.of("zh-CN", "zh-TW", "en-US")) {
            try (var visit = visit("director", locale, WIDTH, HEIGHT)) {
                visit.open("rewards");
                visit.at("details.pack > summary").first().click();
                visit.settled().picture("rewards-pack-" + locale);
                for (var tab : List.of("approvals", "ledger", "statement")) {
                    visit.open("rewards?tab=" + tab).picture("rewards-" + tab + "-" + locale);
                    assertThat(visit.at(".refusal").count())
                            .as("refusals on %s", tab)
                            .isZero();
                }
            }
        }
        try (var visit = visit("director", "en-US", WIDTH, HEIGHT)) {
            visit.open("rewards");
            var pack = "details.pack:has([name=sign])";
            visit.at(pack + " > summary").first().click();
            visit.at(pack + " [name=sign]").first().click();
            assertThat(visit.seen(".pack.inforce .legal").textContent()).isNotBlank();
            visit.settled().picture("rewards-signed");
        }
    }

    @Test
    void filesAreTriedDryThenLoadedAndWhatIsRejectedIsReadOnThePage(@TempDir Path folder) throws IOException {
        var treatments = Files.writeString(folder.resolve("treatments.csv"), """
                code,name,category,price,effect_days
                PAGE-1,Tried on the page,Skin,100.00,90
                PAGE-2,Priced absurdly,Skin,-5,90
                """);
        try (var visit = visit("director", "en-US", WIDTH, HEIGHT)) {
            visit.open("import").page().setInputFiles("[name=files]", treatments);
            visit.at("[name=start]").click();
            visit.seen("td:has-text('-5')");
            assertThat(priceOf("PAGE-1")).isEmpty();
            visit.at("[name=dry]").uncheck();
            visit.at("[name=start]").click();
            PlaywrightAssertions.assertThat(visit.at(".plainlist li"))
                    .hasCount(2, new HasCountOptions().setTimeout(300_000));
            visit.seen("td:has-text('-5')");
            visit.settled().picture("import-done");
        }
        assertThat(priceOf("PAGE-1")).containsExactly(10_000L);
        assertThat(priceOf("PAGE-2")).isEmpty();
    }

    private List<Long> priceOf(String treatment) {
        return graph
                .run("MATCH (treatment:Treatment {code: $code}) RETURN treatment.price", Map.of("code", treatment))
                .stream()
                .map(row -> row.get(0).asLong())
                .toList();
    }

    @Test
    void theFirstViewIsThereSoonAfterItIsAskedFor() {
        try (var visit = visit("client-service", "zh-CN", WIDTH, HEIGHT)) {
            var cold = visit.number(FIRST_VIEW);
            visit.page().reload();
            visit.seen(".start input");
            System.out.printf(
                    "PAGE first view of the demo clinic (%,d clients): %.0f ms after sign-in, %.0f ms again%n",
                    CLIENTS, cold, visit.number(FIRST_VIEW));
        }
    }

    private JsonNode cameAloneAndPaid() {
        for (var edge : api.ask("{ clients(orderBy: NET_REVENUE, first: 200) { edges { node"
                        + " { id name referrer { id } downlineSummary { clients } } } } }")
                .path("clients")
                .path("edges")) {
            var node = edge.path("node");
            if (node.path("referrer").isNull()
                    && node.path("downlineSummary").path("clients").asInt() == 0) {
                return node;
            }
        }
        throw new AssertionError("Everybody who paid was brought by somebody.");
    }

    private Visit visit(String account, String locale, int width, int height) {
        return browser.visit(origin, locale, width, height).signIn(account);
    }

    private JsonNode mostReferring() {
        return api.ask("{ influenceRanking(by: SPREAD, first: 1) { edges { node { client"
                        + " { id name downlineSummary { clients } } } } } }")
                .at("/influenceRanking/edges/0/node/client");
    }

    private JsonNode deepestBelow(String id) {
        var map = api.ask("query($root: ID) { networkMap(root: $root) { clients ids } }", Map.of("root", id));
        var ids = map.path("networkMap").path("ids");
        var last = ids.get(ids.size() - 1).asString();
        var steps = api.ask(
                        "query($from: ID!, $to: ID!) { referralPath(from: $from, to: $to) { steps { client { id } } } }",
                        Map.of("from", id, "to", last))
                .path("referralPath")
                .path("steps");
        return tools.jackson.databind.json.JsonMapper.shared()
                .valueToTree(Map.of("id", last, "generation", steps.size() - 1));
    }
}
