package io.kith.referral;

import io.kith.graph.Row;
import java.util.HashMap;
import java.util.Map;
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

    static ClientState of(Row row) {
        return new ClientState(
                row.text("clientId"),
                row.textOrNull("referrerId"),
                row.number("netRevenue"),
                row.flag("converted"),
                row.number("version"));
    }

    /** As it is read again. */
    Map<String, Object> columns() {
        var columns = new HashMap<String, Object>();
        columns.put("clientId", id);
        columns.put("netRevenue", netRevenue);
        columns.put("converted", converted);
        columns.put("version", version);
        if (referrerId != null) {
            columns.put("referrerId", referrerId);
        }
        return columns;
    }
}
