package io.kith.care;

import io.kith.graph.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When to look after clients who had treatments of a category.
 *
 * @param category null for treatments of no category or of one without a plan
 * @param hours exact hours after the visit
 * @param days days after the visit by the clinic's calendar
 * @param monthsBeforeEnd how many months before a treatment's effect ends, null for never
 */
public record FollowUpPlan(
        @Nullable String category,
        List<Integer> hours,
        List<Integer> days,
        @Nullable Integer monthsBeforeEnd) {

    /** Without a word from the clinic: after 48 hours, 7, 30, 90 and 180 days, and a month before the effect ends. */
    static final FollowUpPlan DEFAULT = new FollowUpPlan(null, List.of(48), List.of(7, 30, 90, 180), 1);

    static FollowUpPlan of(Row row) {
        var category = row.text("category");
        return new FollowUpPlan(
                category.isEmpty() ? null : category,
                row.counts("hours"),
                row.counts("days"),
                row.countOrNull("monthsBeforeEnd"));
    }
}
