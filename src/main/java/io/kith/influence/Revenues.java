package io.kith.influence;

import io.kith.edge.Clinic;
import io.kith.graph.Graph;
import io.kith.referral.Forest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Net revenue by client: of all time from the projection, of a period from the visits in it. */
@Component
class Revenues {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 30);

    /**
     * Net revenue in minor units.
     *
     * @param values by number of a forest
     * @param elsewhere of clients that the forest does not hold yet
     */
    record Revenue(long[] values, long elsewhere) {

        long total() {
            var total = elsewhere;
            for (var value : values) {
                total = Math.addExact(total, value);
            }
            return total;
        }
    }

    private final Graph graph;
    private final Clinic clinic;

    Revenues(Graph graph, Clinic clinic) {
        this.graph = graph;
        this.clinic = clinic;
    }

    /** A refund counts on the day of the visit it gives money back for, so a period never has less than nothing. */
    Revenue of(Forest forest, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null && to == null) {
            return new Revenue(Measures.netRevenues(forest), 0);
        }
        var values = new long[forest.size()];
        var elsewhere = new long[1];
        var parameters = Map.of(
                "from", clinic.startOf(from == null ? FIRST : from).atOffset(ZoneOffset.UTC),
                "until", clinic.startOf((to == null ? LAST : to).plusDays(1)).atOffset(ZoneOffset.UTC));
        graph.each("influence/revenue", parameters, row -> {
            var number = forest.indexOf(row.text("clientId"));
            if (number >= 0) {
                values[number] = row.number("netRevenue");
            } else {
                elsewhere[0] += row.number("netRevenue");
            }
        });
        return new Revenue(values, elsewhere[0]);
    }
}
