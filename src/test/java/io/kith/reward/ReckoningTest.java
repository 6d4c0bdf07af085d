package io.kith.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kith.client.Purpose;
import io.kith.reward.RewardCase.Refusal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each pack pays in each case, and the arithmetic of it. */
class ReckoningTest {

    private static final Map<String, Pack> PACKS = PackFiles.read(null, 2);

    /** The golden table: every pack × every case, as `what the referrer gets/what the friend gets` or why nothing. */
    @Test
    void theGoldenTableStands() {
        var cases = new LinkedHashMap<String, UnaryOperator<Cases>>();
        cases.put("usual", it -> it);
        cases.put("paid nothing", it -> it.base(0));
        cases.put("staff", Cases::staff);
        cases.put("household", Cases::staffHousehold);
        cases.put("insured", it -> it.insured(true));
        cases.put("not said whether insured", it -> it.insured(null));
        cases.put("came before", Cases::existing);
        cases.put("no consent", it -> it.agreed(Set.of(), Set.of()));
        cases.put("day before the referral", it -> it.on(Cases.BROUGHT.minusDays(1)));
        cases.put("day of the referral", it -> it.on(Cases.BROUGHT));
        cases.put("last day of the window", it -> it.on(Cases.BROUGHT.plusDays(365)));
        cases.put("day after the window", it -> it.on(Cases.BROUGHT.plusDays(366)));
        cases.put("named 30 days late", it -> it.known(Cases.CAME.plusDays(30)));
        cases.put("named 31 days late", it -> it.known(Cases.CAME.plusDays(31)));
        cases.put("on a double day", it -> it.on(LocalDate.of(2026, 11, 11)));
        cases.put("near the referral's cap", it -> it.earned(299_999, 0));
        cases.put("beyond the period's cap", it -> it.earned(0, 99_999_999));

        var table = new StringBuilder();
        PACKS.forEach((name, pack) -> cases.forEach((what, change) -> {
            table.append("%s, %s:".formatted(name, what));
            if (pack.visitKind() != null) {
                table.append(" ")
                        .append(paid(
                                pack,
                                change.apply(Cases.visit(pack.visitKind())).usual()));
            }
            pack.conversions()
                    .keySet()
                    .forEach(kind -> table.append(" ")
                            .append(paid(
                                    pack, change.apply(Cases.conversion(kind)).usual())));
            table.append("\n");
        }));
        assertThat(table.toString()).isEqualTo(GOLDEN);
    }

    private static String paid(Pack pack, RewardCase facts) {
        var refused = facts.refusedBy(pack);
        if (refused != null) {
            return refused.name();
        }
        var reckoned = Reckoning.of(pack, facts);
        return "%s %d/%d%s"
                .formatted(
                        facts.kind(),
                        reckoned.of(RewardSide.REFERRER),
                        reckoned.of(RewardSide.FRIEND),
                        reckoned.limitedBy() == null ? "" : " " + reckoned.limitedBy());
    }

    @Test
    void onlyGenerationOneIsEverPaid() {
        assertThat(RewardCase.PAY_DEPTH).isEqualTo(1);
        for (var generation : List.of(0, 2, 3)) {
            assertThatThrownBy(() -> new RewardCase(
                            generation,
                            RewardBasis.VISIT,
                            RewardKind.CASH,
                            1,
                            0,
                            Cases.CAME,
                            Cases.BROUGHT,
                            null,
                            false,
                            false,
                            false,
                            false,
                            Set.of(),
                            Set.of(),
                            0,
                            0))
                    .hasMessageContaining("A reward at generation %d".formatted(generation));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 100, 5",
        "0, 99, 4",
        "0, 19, 0",
        "0, 20, 1",
        "0, 99999, 4999",
        "0, 100000, 8000",
        "1, 99999, 7999",
        "100000, 1, 0",
        "399999, 100000, 8000",
        "400000, 100000, 10000",
        "1899999, 100000, 10000",
        "1900000, 100000, 15000"
    })
    void theStepThatTheFriendsSpendReachesCountsForTheVisit(long before, long base, long expected) {
        var facts = Cases.visit(RewardKind.CASH).base(base).spent(before).usual();
        assertThat(Reckoning.of(PACKS.get("generic-cash"), facts).whole()).isEqualTo(expected);
    }

    /** 5 % of 625.00 is 31.25; the caps are 3,000.00 and 6,000.00. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 3125, ", "296875, 0, 3125, ", "296876, 0, 3124, PER_REFERRAL", "300000, 0, 0, PER_REFERRAL",
        "300001, 0, 0, PER_REFERRAL", "0, 596875, 3125, ", "0, 596876, 3124, PER_PERIOD", "0, 600000, 0, PER_PERIOD",
        "0, 700000, 0, PER_PERIOD", "299999, 599998, 1, PER_REFERRAL", "299998, 599999, 1, PER_PERIOD",
                "-500, 0, 3125, "
    })
    void theTighterCapCuts(long link, long period, long expected, RewardLimit limit) {
        var facts =
                Cases.visit(RewardKind.CASH).base(62_500).earned(link, period).usual();
        var reckoned = Reckoning.of(PACKS.get("generic-cash"), facts);
        assertThat(reckoned.whole()).isEqualTo(expected);
        assertThat(reckoned.limitedBy()).isEqualTo(limit);
        assertThat(reckoned.uncapped()).isEqualTo(3_125);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 6000, 60, 40",
        "101, 6000, 60, 41",
        "1, 9999, 0, 1",
        "0, 5000, 0, 0",
        "7, 10000, 7, 0",
        "7, 0, 0, 7"
    })
    void bothSidesAddUpToTheWhole(long whole, int part, long referrer, long friend) {
        assertThat(Reckoning.share(whole, part, RewardSide.REFERRER)).isEqualTo(referrer);
        assertThat(Reckoning.share(whole, part, RewardSide.FRIEND)).isEqualTo(friend);
    }

    @ParameterizedTest
    @CsvSource({
        "500, 10000, 10000, 500",
        "500, 10000, 10001, 500",
        "500, 10000, 9999, 499",
        "500, 10000, 5000, 250",
        "500, 10000, 1, 0",
        "500, 10000, 0, 0",
        "500, 10000, -5, 0",
        "1, 3, 2, 0",
        "3, 3, 1, 1",
        "900000000000000000, 1000000000000000, 999999999999999, 899999999999999100"
    })
    void whatARefundLeavesIsProRataRoundedDown(long whole, long base, long left, long kept) {
        assertThat(Reckoning.kept(whole, RewardKind.CASH, base, left)).isEqualTo(kept);
    }

    @Test
    void thanksStayUntilAllIsRefunded() {
        assertThat(Reckoning.kept(1, RewardKind.RECOGNITION, 100, 1)).isEqualTo(1);
        assertThat(Reckoning.kept(1, RewardKind.RECOGNITION, 100, 0)).isZero();
    }

    /** 5 % of 125.99 is 6.2995: 6 points, 12 on a day that counts twice; in a currency without decimals 10 % of 12,599. */
    @Test
    void pointsAreWholeUnitsOfWhatTheRateGives() {
        var text = PACKS.get("generic-cash")
                .text()
                .replace("  kind: CASH", "  kind: POINTS")
                .replace("doublePoints: []", "doublePoints: [{from: 2026-03-11, to: 2026-03-12}]");
        var pack = PackText.read("points", text, 2);
        var facts = Cases.visit(RewardKind.POINTS).base(12_599);
        assertThat(Reckoning.of(pack, facts.usual()).whole()).isEqualTo(6);
        for (var day : List.of(11, 12)) {
            var doubled =
                    Reckoning.of(pack, facts.on(LocalDate.of(2026, 3, day)).usual());
            assertThat(doubled.whole()).isEqualTo(12);
            assertThat(doubled.doubled()).isTrue();
        }
        var after = Reckoning.of(pack, facts.on(LocalDate.of(2026, 3, 13)).usual());
        assertThat(after.whole()).isEqualTo(6);
        assertThat(after.doubled()).isFalse();
        assertThat(Reckoning.of(PackText.read("points", text, 0), facts.usual()).whole())
                .isEqualTo(1_259);
    }

    @Test
    void whatOverflowsIsRefusedAndNeverCutOff() {
        var facts = Cases.visit(RewardKind.CASH).base(Long.MAX_VALUE / 10).usual();
        assertThatThrownBy(() -> Reckoning.of(PACKS.get("generic-cash"), facts))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Reckoning.share(Long.MAX_VALUE, 5_000, RewardSide.FRIEND))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Reckoning.of(
                        PACKS.get("generic-cash"),
                        Cases.visit(RewardKind.CASH).spent(Long.MAX_VALUE).usual()))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void splittingOneFriendsSpendNeverReachesAHigherRate() {
        var random = new Random(11);
        var pack = PACKS.get("generic-cash");
        for (var round = 0; round < 500; round++) {
            var first = 1 + random.nextLong(3_000_000);
            var second = 1 + random.nextLong(3_000_000);
            var together = uncapped(pack, 0, first + second);
            var apart = uncapped(pack, 0, first) + uncapped(pack, 0, second);
            assertThat(apart).as("%d and %d", first, second).isLessThanOrEqualTo(together);
        }
    }

    private static long uncapped(Pack pack, long before, long base) {
        return Reckoning.of(
                        pack,
                        Cases.visit(RewardKind.CASH).base(base).spent(before).usual())
                .uncapped();
    }

    @ParameterizedTest
    @CsvSource({"MONTH, 2026-11", "QUARTER, 2026-Q4", "YEAR, 2026"})
    void aDayLiesInItsPeriod(CapPeriod period, String expected) {
        assertThat(period.of(LocalDate.of(2026, 11, 30))).isEqualTo(expected);
    }

    @Test
    void quartersBeginWithJanuaryAprilJulyAndOctober() {
        var quarters = new StringBuilder();
        for (var month = 1; month <= 12; month++) {
            quarters.append(CapPeriod.QUARTER.of(LocalDate.of(2026, month, 1)).charAt(6));
        }
        assertThat(quarters.toString()).isEqualTo("111222333444");
        assertThat(CapPeriod.MONTH.of(LocalDate.of(2026, 2, 28))).isEqualTo("2026-02");
    }

    @Test
    void everyConsentIsNeeded() {
        var pack = PackText.read(
                "both",
                PACKS.get("generic-cash")
                        .text()
                        .replace(
                                "{referrer: [], friend: []}",
                                "{referrer: [MARKETING_PROFILE], friend: [TELL_REFERRER]}"),
                2);
        var both = EnumSet.of(Purpose.MARKETING_PROFILE, Purpose.TELL_REFERRER);
        Set<Purpose> none = Set.of();
        var usual = Cases.visit(RewardKind.CASH);
        assertThat(usual.agreed(both, both).usual().refusedBy(pack)).isNull();
        assertThat(usual.agreed(none, both).usual().refusedBy(pack)).isEqualTo(Refusal.CONSENT);
        assertThat(usual.agreed(both, none).usual().refusedBy(pack)).isEqualTo(Refusal.CONSENT);
    }

    @Test
    void aKindThePackDoesNotHaveIsNotPaid() {
        assertThat(Cases.visit(RewardKind.CASH).usual().refusedBy(PACKS.get("us-fl")))
                .isEqualTo(Refusal.KIND);
    }

    private static final String GOLDEN = """
            cn-2025, usual: POINTS 60/40 VOUCHER 12000/8000 RECOGNITION 1/0
            cn-2025, paid nothing: NOTHING_PAID NOTHING_PAID NOTHING_PAID
            cn-2025, staff: STAFF STAFF STAFF
            cn-2025, household: STAFF_HOUSEHOLD STAFF_HOUSEHOLD STAFF_HOUSEHOLD
            cn-2025, insured: INSURED INSURED INSURED
            cn-2025, not said whether insured: INSURED INSURED INSURED
            cn-2025, came before: EXISTING_CLIENT EXISTING_CLIENT EXISTING_CLIENT
            cn-2025, no consent: CONSENT CONSENT CONSENT
            cn-2025, day before the referral: BEFORE_REFERRAL BEFORE_REFERRAL BEFORE_REFERRAL
            cn-2025, day of the referral: POINTS 60/40 VOUCHER 12000/8000 RECOGNITION 1/0
            cn-2025, last day of the window: POINTS 60/40 VOUCHER 12000/8000 RECOGNITION 1/0
            cn-2025, day after the window: AFTER_WINDOW AFTER_WINDOW AFTER_WINDOW
            cn-2025, named 30 days late: POINTS 60/40 VOUCHER 12000/8000 RECOGNITION 1/0
            cn-2025, named 31 days late: TOO_LATE TOO_LATE TOO_LATE
            cn-2025, on a double day: POINTS 120/80 VOUCHER 12000/8000 RECOGNITION 1/0
            cn-2025, near the referral's cap: POINTS 0/0 PER_REFERRAL VOUCHER 0/0 PER_REFERRAL RECOGNITION 1/0
            cn-2025, beyond the period's cap: POINTS 0/0 PER_PERIOD VOUCHER 0/0 PER_PERIOD RECOGNITION 1/0
            generic-cash, usual: CASH 8000/0 RECOGNITION 1/0
            generic-cash, paid nothing: NOTHING_PAID NOTHING_PAID
            generic-cash, staff: STAFF STAFF
            generic-cash, household: STAFF_HOUSEHOLD STAFF_HOUSEHOLD
            generic-cash, insured: CASH 8000/0 RECOGNITION 1/0
            generic-cash, not said whether insured: CASH 8000/0 RECOGNITION 1/0
            generic-cash, came before: CASH 8000/0 RECOGNITION 1/0
            generic-cash, no consent: CASH 8000/0 RECOGNITION 1/0
            generic-cash, day before the referral: BEFORE_REFERRAL BEFORE_REFERRAL
            generic-cash, day of the referral: CASH 8000/0 RECOGNITION 1/0
            generic-cash, last day of the window: CASH 8000/0 RECOGNITION 1/0
            generic-cash, day after the window: AFTER_WINDOW AFTER_WINDOW
            generic-cash, named 30 days late: CASH 8000/0 RECOGNITION 1/0
            generic-cash, named 31 days late: TOO_LATE TOO_LATE
            generic-cash, on a double day: CASH 8000/0 RECOGNITION 1/0
            generic-cash, near the referral's cap: CASH 1/0 PER_REFERRAL RECOGNITION 1/0
            generic-cash, beyond the period's cap: CASH 0/0 PER_PERIOD RECOGNITION 1/0
            recognition-only, usual: RECOGNITION 1/0
            recognition-only, paid nothing: NOTHING_PAID
            recognition-only, staff: RECOGNITION 1/0
            recognition-only, household: RECOGNITION 1/0
            recognition-only, insured: RECOGNITION 1/0
            recognition-only, not said whether insured: RECOGNITION 1/0
            recognition-only, came before: RECOGNITION 1/0
            recognition-only, no consent: RECOGNITION 1/0
            recognition-only, day before the referral: BEFORE_REFERRAL
            recognition-only, day of the referral: RECOGNITION 1/0
            recognition-only, last day of the window: RECOGNITION 1/0
            recognition-only, day after the window: RECOGNITION 1/0
            recognition-only, named 30 days late: RECOGNITION 1/0
            recognition-only, named 31 days late: RECOGNITION 1/0
            recognition-only, on a double day: RECOGNITION 1/0
            recognition-only, near the referral's cap: RECOGNITION 1/0
            recognition-only, beyond the period's cap: RECOGNITION 1/0
            us-ca, usual: RECOGNITION 1/0
            us-ca, paid nothing: NOTHING_PAID
            us-ca, staff: STAFF
            us-ca, household: STAFF_HOUSEHOLD
            us-ca, insured: INSURED
            us-ca, not said whether insured: INSURED
            us-ca, came before: RECOGNITION 1/0
            us-ca, no consent: CONSENT
            us-ca, day before the referral: BEFORE_REFERRAL
            us-ca, day of the referral: RECOGNITION 1/0
            us-ca, last day of the window: RECOGNITION 1/0
            us-ca, day after the window: AFTER_WINDOW
            us-ca, named 30 days late: RECOGNITION 1/0
            us-ca, named 31 days late: TOO_LATE
            us-ca, on a double day: RECOGNITION 1/0
            us-ca, near the referral's cap: RECOGNITION 1/0
            us-ca, beyond the period's cap: RECOGNITION 1/0
            us-dental, usual: VOUCHER 1500/0 RECOGNITION 1/0
            us-dental, paid nothing: NOTHING_PAID NOTHING_PAID
            us-dental, staff: STAFF STAFF
            us-dental, household: STAFF_HOUSEHOLD STAFF_HOUSEHOLD
            us-dental, insured: INSURED INSURED
            us-dental, not said whether insured: INSURED INSURED
            us-dental, came before: EXISTING_CLIENT EXISTING_CLIENT
            us-dental, no consent: CONSENT CONSENT
            us-dental, day before the referral: BEFORE_REFERRAL BEFORE_REFERRAL
            us-dental, day of the referral: VOUCHER 1500/0 RECOGNITION 1/0
            us-dental, last day of the window: VOUCHER 1500/0 RECOGNITION 1/0
            us-dental, day after the window: AFTER_WINDOW AFTER_WINDOW
            us-dental, named 30 days late: VOUCHER 1500/0 RECOGNITION 1/0
            us-dental, named 31 days late: TOO_LATE TOO_LATE
            us-dental, on a double day: VOUCHER 1500/0 RECOGNITION 1/0
            us-dental, near the referral's cap: VOUCHER 0/0 PER_REFERRAL RECOGNITION 1/0
            us-dental, beyond the period's cap: VOUCHER 0/0 PER_PERIOD RECOGNITION 1/0
            us-fl, usual: RECOGNITION 1/0
            us-fl, paid nothing: NOTHING_PAID
            us-fl, staff: STAFF
            us-fl, household: STAFF_HOUSEHOLD
            us-fl, insured: INSURED
            us-fl, not said whether insured: INSURED
            us-fl, came before: RECOGNITION 1/0
            us-fl, no consent: CONSENT
            us-fl, day before the referral: BEFORE_REFERRAL
            us-fl, day of the referral: RECOGNITION 1/0
            us-fl, last day of the window: RECOGNITION 1/0
            us-fl, day after the window: AFTER_WINDOW
            us-fl, named 30 days late: RECOGNITION 1/0
            us-fl, named 31 days late: TOO_LATE
            us-fl, on a double day: RECOGNITION 1/0
            us-fl, near the referral's cap: RECOGNITION 1/0
            us-fl, beyond the period's cap: RECOGNITION 1/0
            """;
}
