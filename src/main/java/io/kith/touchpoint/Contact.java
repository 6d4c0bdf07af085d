package io.kith.touchpoint;

import io.kith.graph.Row;
import io.kith.practice.Role;
import java.time.Instant;

/**
 * The contacts of one kind between a client and a staff member in one role and at one stage.
 *
 * @param weight Σ q·2^(−age/H) as of now
 * @param earlierWeight the same as of the earlier day that trends compare with
 */
record Contact(
        String staffId,
        Role role,
        Stage stage,
        ContactKind kind,
        int contacts,
        Instant lastAt,
        double weight,
        double earlierWeight,
        Grades satisfaction,
        Grades rapport) {

    static Contact of(Row row, Instant now, Instant earlier) {
        return new Contact(
                row.text("staffId"),
                Role.valueOf(row.text("role")),
                Stage.valueOf(row.text("stage")),
                ContactKind.valueOf(row.text("kind")),
                row.count("contacts"),
                row.instant("lastAt"),
                TieStrength.at(now, row.real("weight")),
                TieStrength.at(earlier, row.real("earlierWeight")),
                new Grades(row.count("satisfactions"), row.number("satisfactionSum")),
                new Grades(row.count("rapports"), row.number("rapportSum")));
    }
}
