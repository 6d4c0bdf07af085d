package io.kith.touchpoint;

import io.kith.access.Clinical;
import io.kith.access.Subject;
import io.kith.graph.Row;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One contact between a client and a staff member.
 *
 * @param satisfaction 1 to 5, null where it was not asked for
 * @param rapport 1 to 5, null where it was not asked for
 */
public record Touchpoint(
        String id,
        String clientId,
        String staffId,
        Instant at,
        Stage stage,
        ContactKind kind,
        @Nullable Integer satisfaction,
        @Nullable Integer rapport,
        @Nullable String note)
        implements Subject, Clinical {

    private static final Set<ContactKind> CLINICAL =
            EnumSet.of(ContactKind.CONSULTATION, ContactKind.TREATMENT, ContactKind.FOLLOW_UP);

    @Override
    public boolean clinical() {
        return CLINICAL.contains(kind);
    }

    static Touchpoint of(Row row) {
        return new Touchpoint(
                row.text("id"),
                row.text("clientId"),
                row.text("staffId"),
                row.instant("at"),
                Stage.valueOf(row.text("stage")),
                ContactKind.valueOf(row.text("kind")),
                row.countOrNull("satisfaction"),
                row.countOrNull("rapport"),
                row.textOrNull("note"));
    }
}
