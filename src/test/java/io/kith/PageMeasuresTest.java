package io.kith;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.referral.Referrals;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** How soon large networks are drawn: N0 has 5,000 below her, the clinic 50,000 clients. Times are printed, not demanded. */
@KithTest
@ExtendWith(ChromiumNeeded.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageMeasuresTest {

    private static final int CLIENTS = 50_000;
    private static final int BELOW = 5_000;

    /** From the address to the drawing on the screen. */
    private static final String OPENED = """
            ([place, shown]) => new Promise(done => {
                performance.clearMeasures();
                const began = performance.now();
                location.hash = place;
                const look = () => document.querySelector(shown) && performance.getEntriesByType('measure').length
                    ? requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began)))
                    : setTimeout(look, 5);
                look();
            })
            """;

    private static final String DRAWN = """
            name => Math.max(...performance.getEntriesByName(name).map(measure => measure.duration))
            """;

    /** The middle frame of sixty while the drawing is dragged. */
    private static final String PANNED = """
            async () => {
                const stage = document.querySelector('.stage');
                const at = (type, x) => stage.dispatchEvent(new PointerEvent(type, { pointerId: 7, button: 0, clientX: x, clientY: 400, bubbles: true }));
                stage.setPointerCapture = () => {};
                const frame = () => new Promise(requestAnimationFrame);
                const frames = [];
                at('pointerdown', 400);
                let last = await frame();
                for (let i = 0; i < 60; i++) {
                    at('pointermove', 400 + i * 5);
                    const now = await frame();
                    frames.push(now - last);
                    last = now;
                }
                at('pointerup', 700);
                return frames.sort((a, b) => a - b)[30];
            }
            """;

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    Referrals referrals;

    private Browser browser;

    @BeforeAll
    void openALargeClinic() {
        graph.clear();
        graph.run("""
                UNWIND range(0, %d) AS i
                CALL (i) {
                  CREATE (:Client {id: 'N' + i, name: 'Nora ' + i, createdAt: datetime('2026-01-01T00:00:00Z'), netRevenue: (i * 7919) %% 90000, version: 1})
                } IN TRANSACTIONS OF 10000 ROWS
                """.formatted(CLIENTS - 1));
        graph.run("""
                UNWIND range(1, %d) AS i
                WITH i, CASE
                    WHEN i <= %d THEN (i * 7919) %% (i / 3 + 1)
                    WHEN (i - 1) %% 40 = 0 THEN null
                    ELSE ((i - 1) / 40) * 40 + 1 + ((i - 1) %% 40 - 1) / 2 END AS above
                WHERE above IS NOT NULL
                CALL (i, above) {
                  MATCH (friend:Client {id: 'N' + i})
                  MATCH (referrer:Client {id: 'N' + above})
                  CREATE (referrer)-[:REFERRED {referralId: 'R' + i, referredId: 'N' + i, validFrom: date('2026-01-01'), recordedAt: datetime('2026-01-01T00:00:00Z'), converted: i %% 3 = 0}]->(friend)
                } IN TRANSACTIONS OF 10000 ROWS
                """.formatted(CLIENTS - 1, BELOW));
        referrals.rebuildNetwork();
        api.as("client service");
        browser = new Browser();
    }

    @AfterAll
    void closeTheClinic() {
        browser.close();
        graph.clear();
    }

    @Test
    void aClientWithManyBelowAndTheWholeClinicAreDrawn() {
        try (var visit = browser.visit(api.uri("").toString(), "zh-CN", 1440, 900)) {
            visit.signIn("client-service");
            visit.open("network?client=N%d".formatted(BELOW + 1));
            var tree = visit.number(OPENED, "#/network?client=N0", "svg.stage .mark");
            var drawnTree = visit.number(DRAWN, "kith-network");
            visit.settled();
            assertThat(visit.at("svg.stage [role=treeitem]").count()).isBetween(50, 1_500);
            var panTree = visit.number(PANNED);
            var rings = visit.number(OPENED, "#/network?client=N0&shape=rings", "svg.stage circle");
            var whole = visit.number(OPENED, "#/network", "canvas.stage");
            visit.settled();
            var drawnWhole = visit.number(DRAWN, "kith-overview");
            var panWhole = visit.number(PANNED);
            System.out.printf(
                    "PAGE a client with %,d below: %.0f ms from click to picture (drawing %.0f ms), rings %.0f ms, a frame while panning %.1f ms%n",
                    BELOW, tree, drawnTree, rings, panTree);
            System.out.printf(
                    "PAGE overview of %,d: %.0f ms from click to picture (drawing %.0f ms), a frame while panning %.1f ms%n",
                    CLIENTS, whole, drawnWhole, panWhole);
            visit.picture("overview-large");
        }
    }
}
