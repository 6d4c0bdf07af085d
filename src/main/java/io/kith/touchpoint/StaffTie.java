package io.kith.touchpoint;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The relation between a client and a staff member.
 *
 * @param strength 0 to below 1, see {@link TieStrength}
 * @param dependence the share of this tie in the strengths of all her ties
 * @param weight Σ q·2^(−age/H), what the strength is made of
 * @param trend strength now less strength 90 days ago
 * @param parts what each kind of contact adds to the weight
 */
public record StaffTie(
        String staffId,
        double strength,
        double dependence,
        int contacts,
        Instant lastAt,
        @Nullable Double meanSatisfaction,
        @Nullable Double meanRapport,
        double weight,
        double trend,
        List<Part> parts) {

    /** What contacts of one kind add to the weight of a tie. */
    public record Part(ContactKind kind, int contacts, Instant lastAt, double weight) {}
}
