package io.kith.touchpoint;

import io.kith.practice.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well each role and each stage holds a client.
 *
 * @param lastVisitAt when she last came, null if never
 * @param weakest the role that holds her least, null where the clinic has no staff
 */
public record Coverage(
        @Nullable Instant lastVisitAt,
        List<RoleCoverage> roles,
        List<StageCoverage> stages,
        @Nullable RoleCoverage weakest) {

    /** Whether a role has met a client, and whether it has since she last came. */
    public enum Met {
        NEVER,
        NOT_SINCE_LAST_VISIT,
        SINCE_LAST_VISIT
    }

    /** How a role holds a client; the strength is that of all its contacts with her together. */
    public record RoleCoverage(
            Role role,
            Met met,
            double strength,
            int contacts,
            @Nullable Instant lastAt,
            @Nullable Double meanSatisfaction,
            @Nullable Double meanRapport) {}

    /** How a stage holds a client. */
    public record StageCoverage(
            Stage stage,
            double strength,
            int contacts,
            @Nullable Instant lastAt,
            @Nullable Double meanSatisfaction,
            @Nullable Double meanRapport) {}
}
