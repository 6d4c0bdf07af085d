package io.kith.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kith.reward.Reconciliation.Fault;
import io.kith.reward.Reconciliation.VisitNow;
import io.kith.reward.RewardEntry.Cause;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ana has 60 % and Ben 40 % of what Ben's visit earned; every way a ledger can lie about it is found. */
class ReconciliationTest {

    private static final Instant AT = Instant.parse("2026-03-10T02:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-24T02:00:00Z");

    private final Reconciliation reconciliation = new Reconciliation();

    @Test
    void aSoundLedgerIsIntact() {
        var ana = gain(1, RewardSide.REFERRER, "ana", 300);
        read(ana, gain(2, RewardSide.FRIEND, "ben", 200), loss(3, ana, -150), redemption(4, "ana", -150));
        balances(Map.of("ana", 0L, "ben", 200L));
        reconciliation.visits(Map.of("v1", new VisitNow("ben", 10_000, 0)));
        var verdict = reconciliation.verdict();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.intact()).isTrue();
        assertThat(verdict.entries()).isEqualTo(4);
        assertThat(verdict.clients()).isEqualTo(2);
        assertThat(verdict.sums()).isEqualTo(Map.of(RewardKind.CASH, 200L));
        assertThat(reconciliation.visits()).containsExactly("v1");
        assertThat(reconciliation.last()).isEqualTo(4);
    }

    @Test
    void aGapInTheSequenceIsFound() {
        read(gain(2, RewardSide.REFERRER, "ana", 300));
        found(2L, "follows line 0; the sequence has a gap");
    }

    @Test
    void aKeyPostedTwiceIsFound() {
        var one = gain(1, RewardSide.REFERRER, "ana", 300);
        read(one, gain(2, RewardSide.REFERRER, "ana", 300));
        found(2L, "a key that was posted before");
        found(2L, "gains what was gained before");
    }

    @Test
    void aBalanceThatIsNoSumIsFound() {
        read(gain(1, RewardSide.REFERRER, "ana", 300));
        reconciliation.balance("ana", RewardKind.CASH, 301);
        reconciliation.balance("dan", RewardKind.CASH, 1);
        reconciliation.balance("ana", RewardKind.POINTS, 1);
        found(null, "The balance of client 'ana' in CASH is 301; her lines add up to 300.");
        found(null, "The balance of client 'dan' in CASH is 1; her lines add up to null.");
        found(null, "The balance of client 'ana' in POINTS is 1; her lines add up to null.");
    }

    @Test
    void linesWithoutABalanceAreFound() {
        read(gain(1, RewardSide.REFERRER, "ana", 300));
        assertThat(reconciliation.verdict().findings())
                .extracting(Fault::sentence)
                .containsExactly("Client 'ana' has lines in CASH and no balance.");
        assertThat(reconciliation.verdict().intact()).isFalse();
    }

    @Test
    void aGainOfSomebodyElseIsFound() {
        read(gain(1, RewardSide.REFERRER, "ben", 300), gain(2, RewardSide.FRIEND, "ana", 200));
        found(1L, "goes to 'ben', who is not the REFERRER of its link");
        found(2L, "goes to 'ana', who is not the FRIEND of its link");
    }

    @Test
    void aWrongPartIsFound() {
        read(gain(1, RewardSide.REFERRER, "ana", 301));
        found(1L, "is 301, which is not the part of the REFERRER of 500");
        read(gain(2, RewardSide.FRIEND, "ben", 200));
        found(2L, "brings both sides to 501; the whole is 500");
    }

    @Test
    void aNegativeGainIsFound() {
        read(entry(
                1,
                RewardEntryType.ACCRUAL,
                "ana",
                -300,
                proof(RewardSide.REFERRER, -500, 500, 0, 0),
                null,
                null,
                null));
        found(1L, "is -300, which is not the part");
    }

    @Test
    void whatIsBeyondRateOrCapIsFound() {
        for (var wrong : List.of(
                proof(RewardSide.REFERRER, 500, 499, 0, 0),
                proof(RewardSide.REFERRER, 500, 500, 501, 0),
                proof(RewardSide.REFERRER, 500, 500, 0, 1_501))) {
            var one = new Reconciliation();
            one.line(entry(1, RewardEntryType.ACCRUAL, "ana", 300, wrong, null, null, null));
            assertThat(one.verdict().findings())
                    .extracting(Fault::sentence)
                    .contains("Line 1 is beyond its rate or its cap.");
        }
        for (var right :
                List.of(proof(RewardSide.REFERRER, 500, 500, 500, 1_500), proof(RewardSide.REFERRER, 500, 501, 0, 0))) {
            var one = new Reconciliation();
            one.line(entry(1, RewardEntryType.ACCRUAL, "ana", 300, right, null, null, null));
            assertThat(one.verdict().findings())
                    .extracting(Fault::sentence)
                    .doesNotContain("Line 1 is beyond its rate or its cap.");
        }
    }

    @Test
    void aZeroGainBeyondTheCapIsSound() {
        read(entry(
                1, RewardEntryType.ACCRUAL, "ana", 0, proof(RewardSide.REFERRER, 0, 500, 2_000, 0), null, null, null));
        assertThat(faults()).noneMatch(fault -> fault.contains("cap"));
    }

    @Test
    void whatIsTakenBackWasGained() {
        var ana = gain(1, RewardSide.REFERRER, "ana", 300);
        read(loss(1, ana, -1));
        found(1L, "takes back what was never gained");
        read(gain(2, RewardSide.FRIEND, "ben", 200));
        read(entry(
                3, RewardEntryType.REVERSAL, "ben", -1, proof(RewardSide.FRIEND, 500, 500, 0, 0), "another", null, 0L));
        found(3L, "takes back what was never gained");
    }

    @Test
    void noMoreIsTakenBackThanWasGained() {
        var ana = gain(1, RewardSide.REFERRER, "ana", 300);
        read(ana, loss(2, ana, -200), loss(3, ana, -101));
        found(3L, "takes back -101 of 100");
        read(loss(4, ana, 5));
        found(4L, "takes back 5 of -1");
        read(loss(5, ana, 0));
        found(5L, "takes back 0 of 4");
    }

    @Test
    void allOfItMayBeTakenBack() {
        var ana = gain(1, RewardSide.REFERRER, "ana", 300);
        read(ana, loss(2, ana, -300));
        assertThat(faults()).noneMatch(fault -> fault.contains("takes back"));
    }

    @Test
    void aLineWithoutProofIsARedemptionThatTakes() {
        read(redemption(1, "ana", 5), redemption(2, "ana", 0));
        found(1L, "has no proof and is no redemption that takes away");
        found(2L, "has no proof and is no redemption that takes away");
        read(entry(3, RewardEntryType.CORRECTION, "ana", -5, null, null, null, null));
        found(3L, "has no proof and is no redemption that takes away");
        read(redemption(4, "ana", -1));
        assertThat(faults()).noneMatch(fault -> fault.startsWith("Line 4"));
    }

    @Test
    void aVisitThatIsGoneOrSomebodyElsesIsFound() {
        read(gain(1, RewardSide.REFERRER, "ana", 300));
        reconciliation.visits(Map.of());
        found(1L, "rests on a visit that is not there, or not the friend's");
        var other = new Reconciliation();
        other.line(gain(1, RewardSide.REFERRER, "ana", 300));
        other.visits(Map.of("v1", new VisitNow("cleo", 10_000, 0)));
        assertThat(other.verdict().findings())
                .extracting(Fault::sentence)
                .anyMatch(it -> it.contains("not the friend's"));
    }

    @Test
    void aRefundWithoutItsReversalIsFound() {
        read(gain(1, RewardSide.REFERRER, "ana", 300));
        reconciliation.visits(Map.of("v1", new VisitNow("ben", 10_000, 5_000)));
        found(1L, "stands at 300; of the visit 5000 is left, which keeps 150");
    }

    @Test
    void aVisitThatGrewIsFound() {
        read(gain(1, RewardSide.REFERRER, "ana", 300));
        reconciliation.visits(Map.of("v1", new VisitNow("ben", 10_001, 0)));
        found(1L, "of the visit 10001 is left");
    }

    @Test
    void aReversedVisitAgrees() {
        var ana = gain(1, RewardSide.REFERRER, "ana", 300);
        read(ana, loss(2, ana, -150));
        reconciliation.visits(Map.of("v1", new VisitNow("ben", 10_000, 5_000)));
        assertThat(faults()).noneMatch(fault -> fault.contains("stands at"));
    }

    @Test
    void aPrizeRestsOnNoVisit() {
        var prize = new Proof(
                "d",
                "ref",
                "ana",
                "ben",
                1,
                RewardBasis.PRIZE,
                RewardKind.CASH,
                null,
                null,
                RewardSide.REFERRER,
                10_000,
                0,
                0,
                null,
                false,
                300,
                300,
                null,
                null,
                null,
                0,
                0,
                "2026-03",
                "s1",
                "pack",
                1,
                List.of(),
                false);
        read(entry(1, RewardEntryType.ACCRUAL, "ana", 300, prize, null, null, null));
        assertThat(reconciliation.visits()).isEmpty();
        reconciliation.visits(Map.of());
        assertThat(faults()).noneMatch(fault -> fault.contains("visit"));
    }

    @Test
    void atMostTwentyFindingsAreTold() {
        for (var line = 1; line <= 30; line++) {
            read(redemption(line, "ana", 1));
        }
        assertThat(faults()).hasSize(20);
    }

    @Test
    void sumsThatOverflowAreRefused() {
        read(redemption(1, "ana", Long.MIN_VALUE));
        assertThatThrownBy(() -> read(redemption(2, "ana", -1))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void noProofIsOfAnotherGeneration() {
        assertThatThrownBy(() -> new Proof(
                        "d",
                        "ref",
                        "ana",
                        "ben",
                        2,
                        RewardBasis.VISIT,
                        RewardKind.CASH,
                        "v1",
                        null,
                        RewardSide.REFERRER,
                        10_000,
                        0,
                        0,
                        null,
                        false,
                        300,
                        300,
                        null,
                        null,
                        null,
                        0,
                        0,
                        "2026-03",
                        "s1",
                        "pack",
                        1,
                        List.of(),
                        false))
                .hasMessageContaining("A line at generation 2");
    }

    @Test
    void aLineThatTakesBackCountsFromWhenItsGainDoes() {
        var gain = gain(1, RewardSide.REFERRER, "ana", 300);
        var refund = NewEntry.takingBack("k", Cause.REFUND, gain, 7, 300, AT, "system")
                .refunded("r9", 42);
        assertThat(refund.type()).isEqualTo(RewardEntryType.REVERSAL);
        assertThat(refund.amount()).isEqualTo(-7);
        assertThat(refund.availableAt()).isEqualTo(LATER);
        assertThat(refund.corrects()).isEqualTo(gain.id());
        assertThat(refund.before()).isEqualTo(300);
        assertThat(refund.refundId()).isEqualTo("r9");
        assertThat(refund.leftOfBase()).isEqualTo(42);
        var retracted = NewEntry.takingBack("k", Cause.RETRACTED, gain, 7, 300, AT, "system");
        assertThat(retracted.type()).isEqualTo(RewardEntryType.CORRECTION);
        assertThat(retracted.cause()).isEqualTo(Cause.RETRACTED);
        var posted = retracted.at("id", 9, "KR-9");
        assertThat(posted.accountingReference()).isEqualTo("KR-9");
        assertThat(posted.isGain()).isFalse();
        assertThat(gain.isGain()).isTrue();
        var late = NewEntry.gain(
                "k", true, RewardKind.CASH, "ana", 5, AT, LATER, proof(RewardSide.REFERRER, 1, 1, 0, 0), "x");
        assertThat(late.type()).isEqualTo(RewardEntryType.CORRECTION);
        assertThat(late.cause()).isEqualTo(Cause.NAMED_LATE);
        assertThat(late.at("id", 1, "n").isGain()).isTrue();
        var early = NewEntry.gain(
                "k", false, RewardKind.CASH, "ana", 5, AT, LATER, proof(RewardSide.REFERRER, 1, 1, 0, 0), "x");
        assertThat(early.type()).isEqualTo(RewardEntryType.ACCRUAL);
        assertThat(early.cause()).isNull();
        var own = new NewEntry(
                "k",
                RewardEntryType.REDEMPTION,
                RewardKind.CASH,
                "ana",
                -5,
                AT,
                AT,
                null,
                null,
                null,
                null,
                null,
                null,
                "B-7",
                "C",
                "T",
                "x");
        assertThat(own.at("id", 1, "KR-1").accountingReference()).isEqualTo("B-7");
    }

    @Test
    void aBalanceOfAKindWithoutLinesIsZero() {
        var balance = new Balance("ana", List.of(new Balance.OfKind(RewardKind.CASH, 5, 7, 3)), 2, AT);
        assertThat(balance.of(RewardKind.CASH).total()).isEqualTo(12);
        assertThat(balance.of(RewardKind.POINTS)).isEqualTo(new Balance.OfKind(RewardKind.POINTS, 0, 0, 0));
        assertThatThrownBy(() -> new Balance.OfKind(RewardKind.CASH, Long.MAX_VALUE, 1, 0).total())
                .isInstanceOf(ArithmeticException.class);
    }

    private void read(RewardEntry... entries) {
        for (var entry : entries) {
            reconciliation.line(entry);
        }
    }

    private void balances(Map<String, Long> cash) {
        cash.forEach((client, sum) -> reconciliation.balance(client, RewardKind.CASH, sum));
    }

    private List<String> faults() {
        return reconciliation.verdict().findings().stream().map(Fault::sentence).toList();
    }

    private void found(@Nullable Long line, String sentence) {
        assertThat(reconciliation.verdict().findings()).anySatisfy(fault -> {
            assertThat(fault.sequence()).isEqualTo(line);
            assertThat(fault.sentence()).contains(sentence);
        });
    }

    private static RewardEntry gain(long sequence, RewardSide side, String client, long amount) {
        return entry(sequence, RewardEntryType.ACCRUAL, client, amount, proof(side, 500, 500, 0, 0), null, null, null);
    }

    private static RewardEntry loss(long sequence, RewardEntry gain, long amount) {
        return entry(
                sequence,
                RewardEntryType.REVERSAL,
                gain.clientId(),
                amount,
                gain.proof(),
                gain.id(),
                Cause.REFUND,
                300L);
    }

    private static RewardEntry redemption(long sequence, String client, long amount) {
        return entry(sequence, RewardEntryType.REDEMPTION, client, amount, null, null, null, null);
    }

    private static RewardEntry entry(
            long sequence,
            RewardEntryType type,
            String client,
            long amount,
            @Nullable Proof proof,
            @Nullable String corrects,
            @Nullable Cause cause,
            @Nullable Long before) {
        var key = type == RewardEntryType.ACCRUAL && proof != null
                ? proof.decision() + "|" + proof.side()
                : "key " + sequence;
        return new RewardEntry(
                "id of " + sequence,
                sequence,
                key,
                type,
                RewardKind.CASH,
                client,
                amount,
                AT,
                LATER,
                proof,
                corrects,
                cause,
                null,
                null,
                before,
                "KR",
                null,
                null,
                "system");
    }

    /** Of a link that may earn 1,000 in all and its referrer 2,000 a month. */
    private static Proof proof(RewardSide side, long whole, long uncapped, long link, long period) {
        return new Proof(
                "ref|VISIT|v1|CASH",
                "ref",
                "ana",
                "ben",
                1,
                RewardBasis.VISIT,
                RewardKind.CASH,
                "v1",
                null,
                side,
                6_000,
                10_000,
                0,
                500,
                false,
                whole,
                uncapped,
                null,
                1_000L,
                2_000L,
                link,
                period,
                "2026-03",
                "s1",
                "pack",
                1,
                List.of(),
                true);
    }
}
