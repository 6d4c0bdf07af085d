package io.kith.reward;

import io.kith.edge.Clinic;
import io.kith.edge.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Amounts as the edge shows them: money in major units, points and thanks whole. */
@Component
class RewardUnits {

    private static final int PERCENT_DECIMALS = 2;

    private final Clinic clinic;

    RewardUnits(Clinic clinic) {
        this.clinic = clinic;
    }

    BigDecimal of(RewardKind kind, long amount) {
        return kind.isMoney() ? clinic.money(amount).amount() : BigDecimal.valueOf(amount);
    }

    @Nullable
    BigDecimal ofNullable(RewardKind kind, @Nullable Long amount) {
        return amount == null ? null : of(kind, amount);
    }

    @Nullable
    Money moneyOrNull(RewardKind kind, long amount) {
        return kind.isMoney() ? clinic.money(amount) : null;
    }

    Money money(long minor) {
        return clinic.money(minor);
    }

    static BigDecimal percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, PERCENT_DECIMALS);
    }
}
