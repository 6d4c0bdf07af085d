package io.kith.reward;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.KithTest;
import io.kith.TestClock;
import io.kith.TestGraph;
import io.kith.TestPlace;
import io.kith.client.Clients;
import io.kith.client.NewClient;
import io.kith.edge.Refusal;
import io.kith.job.Jobs;
import io.kith.referral.NewReferral;
import io.kith.referral.Referrals;
import io.kith.visit.NewVisit;
import io.kith.visit.Visits;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Random programmes and random orders of events leave a ledger that a checker finds in order which reads nothing but the
 * exported file.
 */
@KithTest
class LedgerPropertyTest {

    private static final int PROGRAMMES = Integer.getInteger("kith.test.programmes", 6);
    private static final int EVENTS = 70;
    private static final int CAST = 7;

    @Autowired
    TestGraph graph;

    @Autowired
    TestClock clock;

    @Autowired
    TestPlace place;

    @Autowired
    Clients clients;

    @Autowired
    Visits visits;

    @Autowired
    Referrals referrals;

    @Autowired
    Payouts payouts;

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerFile file;

    @Autowired
    Jobs jobs;

    @Autowired
    Reconciliations reconciliations;

    private Random random = new Random();
    private int visitNumber;

    @Test
    void whateverHappensTheLedgerIsInOrder() {
        var gains = 0;
        for (var seed = 0; seed < PROGRAMMES; seed++) {
            random = new Random(seed);
            programme();
            var csv = file.part(0, 50_000).csv();
            var checker = LedgerChecker.of(csv);
            assertThat(checker.complaints()).as("seed %d\n%s", seed, csv).isEmpty();
            for (var key : checker.balanceKeys()) {
                var parts = key.split(" ");
                var kind = RewardKind.valueOf(parts[1]);
                var total = ledger.balance(parts[0]).of(kind).total();
                assertThat(checker.balance(parts[0], parts[1]))
                        .as("seed %d, %s", seed, key)
                        .isEqualByComparingTo(BigDecimal.valueOf(total, kind.isMoney() ? 2 : 0));
            }
            assertThat(reconciliations.run().findings()).as("seed %d", seed).isEmpty();
            gains += csv.split("ACCRUAL", -1).length;
        }
        assertThat(gains).as("the programmes earned at all").isGreaterThan(PROGRAMMES * 5);
    }

    @Test
    void theCheckerFindsWhatIsPlanted() {
        random = new Random(1);
        programme();
        var csv = file.part(0, 50_000).csv();
        assertThat(LedgerChecker.of(csv).complaints()).isEmpty();
        var lines = new ArrayList<>(csv.lines().toList());
        var header = List.of(lines.get(0).split(","));
        var gain = 1;
        while (!lines.get(gain).contains("ACCRUAL")
                || cell(lines.get(gain), header, "amount").startsWith("0")) {
            gain++;
        }
        for (var planted : Map.of(
                        "generation",
                        "2",
                        "amount",
                        "9999.00",
                        "whole",
                        "9999.00",
                        "link_before",
                        "-1.00",
                        "client_id",
                        "someone",
                        "percent",
                        "44.00")
                .entrySet()) {
            var changed = new ArrayList<>(lines);
            var cells = changed.get(gain).split(",", -1);
            cells[header.indexOf(planted.getKey())] = planted.getValue();
            changed.set(gain, String.join(",", cells));
            assertThat(LedgerChecker.of(String.join("\n", changed)).complaints())
                    .as("%s", planted)
                    .isNotEmpty();
        }
        var doubled = new ArrayList<>(lines);
        doubled.add(gain, lines.get(gain));
        assertThat(LedgerChecker.of(String.join("\n", doubled)).complaints()).isNotEmpty();
        var removed = new ArrayList<>(lines);
        removed.remove(gain);
        assertThat(LedgerChecker.of(String.join("\n", removed)).complaints()).isNotEmpty();
    }

    private static String cell(String line, List<String> header, String column) {
        return line.split(",", -1)[header.indexOf(column)];
    }

    /** A cast, a pack nobody wrote, and events in any order. */
    private void programme() {
        graph.clear();
        place.is("generic");
        clock.stopAt("2026-05-01T02:00:00Z");
        visitNumber = 0;
        for (var one = 0; one < CAST; one++) {
            clients.register(new NewClient("c" + one, "Client " + one, null, null, null, null, null), null);
        }
        sign();
        for (var event = 0; event < EVENTS; event++) {
            try {
                something();
            } catch (Refusal byRule) {
                assertThat(byRule.code())
                        .isIn(
                                "CYCLE",
                                "SECOND_REFERRER",
                                "SELF_REFERRAL",
                                "CONFLICT",
                                "INVALID_INPUT",
                                "LIMIT_EXCEEDED",
                                "DUPLICATE_ID",
                                "NOT_FOUND");
            }
            clock.move(Duration.ofHours(random.nextInt(20) - 2));
        }
    }

    private void something() {
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3, 4 -> visit();
            case 5, 6 -> refund();
            case 7, 8 -> name();
            case 9 -> retract();
            case 10 -> redeem();
            default -> rarely();
        }
    }

    private void visit() {
        var amount = BigDecimal.valueOf(random.nextInt(4) == 0 ? random.nextInt(40) : random.nextInt(400_000), 2);
        var at = clock.instant().minus(Duration.ofDays(random.nextInt(4) == 0 ? random.nextInt(40) : 0));
        var id = "v" + (random.nextInt(8) == 0 ? random.nextInt(visitNumber + 1) : ++visitNumber);
        var insured = random.nextInt(5) == 0 ? null : (Boolean) (random.nextInt(5) == 0);
        visits.record(
                new NewVisit(id, someone(), at, amount, amount, List.of(), List.of(), insured),
                random.nextBoolean() ? null : "visit " + id);
    }

    private void refund() {
        var amount =
                BigDecimal.valueOf(random.nextInt(3) == 0 ? 1 + random.nextInt(300_000) : 1 + random.nextInt(3_000), 2);
        var id = "v" + (1 + random.nextInt(visitNumber + 1));
        var whole =
                visits.byId(id).map(visit -> BigDecimal.valueOf(visit.net(), 2)).orElse(amount);
        visits.refund(id, random.nextInt(3) == 0 && whole.signum() > 0 ? whole : amount, clock.instant(), null);
    }

    private void name() {
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(random.nextInt(50));
        var referral = new NewReferral(null, someone(), null, someone(), null, day, null, null);
        if (random.nextBoolean()) {
            referrals.record(referral, null);
        } else {
            referrals.attribute(referral, null);
        }
    }

    private void retract() {
        referrals
                .creditedTo(List.of(someone()))
                .values()
                .forEach(referral -> referrals.retract(referral.id(), "so it goes", null));
    }

    private void redeem() {
        var kind = RewardKind.values()[random.nextInt(3)];
        var client = someone();
        var available = Math.max(1, ledger.balance(client).of(kind).available());
        var amount = BigDecimal.valueOf(1 + random.nextLong(available), kind.isMoney() ? 2 : 0);
        payouts.redeem(new Payouts.Wanted(client, kind, amount, "B", "C", "T"), null);
    }

    private void rarely() {
        switch (random.nextInt(4)) {
            case 0 -> sign();
            case 1 -> jobs.run(AccrualJob.NAME, null);
            case 2 -> clock.move(Duration.ofDays(20));
            default -> clock.move(Duration.ofDays(-9));
        }
    }

    private String someone() {
        return "c" + random.nextInt(CAST);
    }

    /** Signs a random pack behind Kith's back, as the store keeps signatures. */
    private void sign() {
        var percent = random.nextBoolean();
        var kind = random.nextBoolean() ? "CASH" : random.nextBoolean() ? "VOUCHER" : "POINTS";
        var text = """
                name: random
                version: %d
                legalStatus: Made up for a test.
                places: [generic]
                currency: any
                percentages: allowed
                kinds:
                  CASH: {perReferral: %d.%02d, perPeriod: %d, period: MONTH, approvalAbove: 100000}
                  VOUCHER: {perReferral: 70, perPeriod: 80.5, period: QUARTER, approvalAbove: 100000}
                  POINTS: {perReferral: %d, perPeriod: 900, period: YEAR, approvalAbove: 100000}
                  RECOGNITION: {}
                visit:
                  kind: %s
                  %s
                conversion:
                  - {kind: %s, amount: 9}
                  - {kind: RECOGNITION, amount: 1}
                windowDays: %d
                refundWindowDays: %d
                lateDays: %d
                referrerPercent: %d.5
                doublePoints: [{from: 2026-05-05, to: 2026-05-20}]
                exclusions: [%s]
                consents: {referrer: [], friend: []}
                accounting: [REFERENCE]
                """.formatted(
                        1 + random.nextInt(99),
                        random.nextInt(300),
                        random.nextInt(100),
                        random.nextInt(500),
                        random.nextInt(500),
                        kind,
                        percent
                                ? "steps: [{from: 0, percent: 3.33}, {from: 500, percent: 7}, {from: 3000, percent: 15}]"
                                : "fixed: " + (1 + random.nextInt(40)),
                        random.nextBoolean() ? "POINTS" : "CASH",
                        10 + random.nextInt(60),
                        random.nextInt(15),
                        random.nextInt(40),
                        random.nextInt(100),
                        random.nextBoolean() ? "INSURED_VISITS" : "EXISTING_CLIENTS");
        graph.run("MATCH (pack:PolicyPack {inForce: true}) REMOVE pack.inForce");
        graph.run(
                """
                CREATE (:PolicyPack {id: randomUUID(), name: 'random', version: 1, hash: $hash, text: $text,
                  signedBy: 'somebody', signedAt: datetime($now), inForce: true})
                """,
                Map.of(
                        "hash",
                        PackText.hash(text),
                        "text",
                        text,
                        "now",
                        Instant.now().toString()));
    }
}
