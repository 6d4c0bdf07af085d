package io.kith.reward;

import io.kith.client.Purpose;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cases to be reckoned, one change at a time: Ben, whom Ana brought on 1 March, pays 1,000.00 on 10 March. */
record Cases(RewardCase usual) {

    static final LocalDate BROUGHT = LocalDate.of(2026, 3, 1);
    static final LocalDate CAME = LocalDate.of(2026, 3, 10);

    static Cases visit(RewardKind kind) {
        return of(RewardBasis.VISIT, kind);
    }

    static Cases conversion(RewardKind kind) {
        return of(RewardBasis.CONVERSION, kind);
    }

    private static Cases of(RewardBasis basis, RewardKind kind) {
        return new Cases(new RewardCase(
                1,
                basis,
                kind,
                100_000,
                0,
                CAME,
                BROUGHT,
                null,
                false,
                false,
                false,
                false,
                EnumSet.noneOf(Purpose.class),
                EnumSet.of(Purpose.TELL_REFERRER),
                0,
                0));
    }

    Cases base(long base) {
        return with(base, usual.spendBefore(), usual.visitDay(), usual.linkBefore(), usual.periodBefore());
    }

    Cases spent(long before) {
        return with(usual.base(), before, usual.visitDay(), usual.linkBefore(), usual.periodBefore());
    }

    Cases on(LocalDate day) {
        return with(usual.base(), usual.spendBefore(), day, usual.linkBefore(), usual.periodBefore());
    }

    Cases earned(long link, long period) {
        return with(usual.base(), usual.spendBefore(), usual.visitDay(), link, period);
    }

    Cases known(LocalDate day) {
        return with(day, false, false, false, false, usual.consentsOfReferrer(), usual.consentsOfFriend());
    }

    Cases staff() {
        return with(null, true, false, false, false, usual.consentsOfReferrer(), usual.consentsOfFriend());
    }

    Cases staffHousehold() {
        return with(null, false, true, false, false, usual.consentsOfReferrer(), usual.consentsOfFriend());
    }

    Cases insured(@Nullable Boolean insured) {
        return with(null, false, false, insured, false, usual.consentsOfReferrer(), usual.consentsOfFriend());
    }

    Cases existing() {
        return with(null, false, false, false, true, usual.consentsOfReferrer(), usual.consentsOfFriend());
    }

    Cases agreed(Set<Purpose> referrer, Set<Purpose> friend) {
        return with(null, false, false, false, false, referrer, friend);
    }

    private Cases with(long base, long spendBefore, LocalDate day, long link, long period) {
        return new Cases(new RewardCase(
                1,
                usual.basis(),
                usual.kind(),
                base,
                spendBefore,
                day,
                BROUGHT,
                null,
                false,
                false,
                false,
                false,
                usual.consentsOfReferrer(),
                usual.consentsOfFriend(),
                link,
                period));
    }

    private Cases with(
            @Nullable LocalDate known,
            boolean staff,
            boolean household,
            @Nullable Boolean insured,
            boolean existing,
            Set<Purpose> referrer,
            Set<Purpose> friend) {
        return new Cases(new RewardCase(
                1,
                usual.basis(),
                usual.kind(),
                usual.base(),
                usual.spendBefore(),
                usual.visitDay(),
                BROUGHT,
                known,
                staff,
                household,
                insured,
                existing,
                referrer,
                friend,
                usual.linkBefore(),
                usual.periodBefore()));
    }
}
