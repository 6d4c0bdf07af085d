package io.kith.referral;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that the referral forest knows of one client, as the store last said it.
 *
 * @param referrerId who holds the credit for bringing her, null for nobody
 * @param netRevenue paid minus refunded, in minor units
 * @param converted whether her credited referral is CONVERTED
 * @param version the store's counter of this client's changes; of two states the greater one holds
 */
public record ClientState(String id, @Nullable String referrerId, long netRevenue, boolean converted, long version) {

    public ClientState {
        Objects.requireNonNull(id, "id");
    }
}
