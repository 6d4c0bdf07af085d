package io.kith.care;

import io.kith.graph.Row;
import io.kith.practice.Role;
import org.jspecify.annotations.Nullable;

/**
 * Where a staff member stands among the others.
 *
 * @param level title level, 1 to 5, null where nobody said
 * @param capacity for how many clients she can be accountable, null where nobody said
 * @param load for how many she is
 */
public record StaffStanding(
        String staffId,
        @Nullable Integer level,
        @Nullable Integer capacity,
        int load,
        @Nullable String managerId) {

    static StaffStanding of(Row row) {
        return new StaffStanding(
                row.text("staffId"),
                row.countOrNull("level"),
                row.countOrNull("capacity"),
                row.count("load"),
                row.textOrNull("managerId"));
    }

    /** A member of today's staff and where she stands. */
    record AtWork(
            String staffId,
            Role role,
            @Nullable Integer level,
            @Nullable Integer capacity,
            int load) {

        static AtWork of(Row row) {
            return new AtWork(
                    row.text("staffId"),
                    Role.valueOf(row.text("role")),
                    row.countOrNull("level"),
                    row.countOrNull("capacity"),
                    row.count("load"));
        }
    }
}
