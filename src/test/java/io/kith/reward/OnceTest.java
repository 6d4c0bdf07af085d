package io.kith.reward;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.Api;
import io.kith.KithTest;
import io.kith.Parties;
import io.kith.TestClock;
import io.kith.TestGraph;
import io.kith.TestPlace;
import io.kith.edge.Refusal;
import io.kith.job.Jobs;
import io.kith.visit.NewVisit;
import io.kith.visit.Visit;
import io.kith.visit.Visits;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** However often and at once it is sent, a visit earns once and a redemption pays once. */
@KithTest
class OnceTest {

    private static final int THREADS = 32;
    private static final int SENDS = Integer.getInteger("kith.test.sends", 160);

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    TestPlace place;

    @Autowired
    TestClock clock;

    @Autowired
    Visits visits;

    @Autowired
    Payouts payouts;

    @Autowired
    Ledger ledger;

    @Autowired
    Jobs jobs;

    private Rewarded clinic;

    @BeforeEach
    void theCast() {
        clinic = Rewarded.clinic(api, graph, place);
        clinic.sign("generic-cash");
    }

    @Test
    void oneVisitSentManyTimesAccruesOnce() {
        var visit = new NewVisit("v1", "ben", null, new BigDecimal("100"), new BigDecimal("100"), List.of(), List.of());
        var sent = new AtomicInteger();
        race(() -> {
            var number = sent.getAndIncrement();
            if (number >= SENDS) {
                return false;
            }
            var key = switch (number % 3) {
                case 0 -> "the same";
                case 1 -> "another " + number;
                default -> null;
            };
            try {
                Visit recorded = visits.record(visit, key);
                assertThat(recorded.id()).isEqualTo("v1");
            } catch (Refusal refused) {
                assertThat(refused.code()).isEqualTo("DUPLICATE_ID");
            }
            return true;
        });
        assertThat(sent.get()).isGreaterThanOrEqualTo(SENDS);
        assertThat(clinic.lines("ana")).containsExactly("ACCRUAL CASH 5.00", "ACCRUAL RECOGNITION 1");
        assertThat(clinic.reconciliation().path("intact").asBoolean()).isTrue();
    }

    @Test
    void manyVisitsAtOnceNeverPassACapAndLeaveNoGap() {
        for (var friend = 0; friend < 8; friend++) {
            clinic.bring("dan", "friend-" + friend);
        }
        var next = new AtomicInteger();
        race(() -> {
            var number = next.getAndIncrement();
            if (number >= 64) {
                return false;
            }
            var amount = new BigDecimal("20000");
            visits.record(
                    new NewVisit("w" + number, "friend-" + number % 8, null, amount, amount, List.of(), List.of()),
                    null);
            return true;
        });
        assertThat(clinic.money("dan")).as("the cap of a month").isEqualTo("0.00 6000.00");
        assertThat(LedgerChecker.of(api.ask("{ exportLedger { csv } }")
                                .at("/exportLedger/csv")
                                .asString())
                        .complaints())
                .isEmpty();
        assertThat(clinic.reconciliation().path("intact").asBoolean()).isTrue();
    }

    @Test
    void visitsRefundsAndTheJobAtOnceAgreeInTheEnd() {
        api.ask("mutation { unsignPack(input: {reason: \"later\"}) { id } }");
        for (var number = 0; number < 40; number++) {
            clinic.visit("x" + number, number % 2 == 0 ? "ben" : "cleo", "100");
        }
        clinic.sign("generic-cash");
        var next = new AtomicInteger();
        race(() -> {
            var number = next.getAndIncrement();
            if (number == 0) {
                jobs.run(AccrualJob.NAME, null);
                return true;
            }
            if (number < 40) {
                visits.refund("x" + number, new BigDecimal("40"), null, null);
                return true;
            }
            return false;
        });
        jobs.run(AccrualJob.NAME, null);
        assertThat(clinic.reconciliation().toString()).contains("\"intact\":true");
    }

    @Test
    void aRedemptionSentManyTimesPaysOnce() {
        clinic.visit("v1", "ben", "2000");
        clock.move(Duration.ofDays(20));
        var wanted = new Payouts.Wanted("ana", RewardKind.CASH, new BigDecimal("90"), "B-1", null, null);
        var sent = new AtomicInteger();
        race(() -> {
            var number = sent.getAndIncrement();
            if (number >= 64) {
                return false;
            }
            try {
                payouts.redeem(wanted, number % 2 == 0 ? "the same" : null);
            } catch (Refusal refused) {
                assertThat(refused.code()).isEqualTo("LIMIT_EXCEEDED");
            }
            return true;
        });
        assertThat(clinic.money("ana"))
                .as("160.00 less 90.00, and not once more")
                .isEqualTo("70.00 0.00");
    }

    /** All threads do something until there is nothing left to do. */
    private void race(Callable<Boolean> work) {
        try (var parties = new Parties()) {
            var outcomes = parties.race(IntStream.range(0, THREADS)
                    .<Callable<Boolean>>mapToObj(thread -> () -> {
                        while (work.call()) {
                            Thread.onSpinWait();
                        }
                        return true;
                    })
                    .toList());
            assertThat(outcomes)
                    .allSatisfy(outcome -> assertThat(outcome.refusal()).isNull());
        }
    }
}
