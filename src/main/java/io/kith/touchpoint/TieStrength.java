package io.kith.touchpoint;

import io.kith.practice.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How strong the relation between a client and a staff member is:
 * s = 1 − exp(−Σ q·2^(−age/H) / κ), H = 180 days, κ = 3, where a contact's quality q is
 * <pre>
 *   kind          q        role at a visit  q       satisfaction, rapport  factor each
 *   TREATMENT     1.0      DOCTOR           1.0     5                      1.6
 *   CONSULTATION  1.0      THERAPIST        1.0     4                      1.3
 *   FOLLOW_UP     0.8      CONSULTANT       1.0     3 or unknown           1.0
 *   EVENT, CALL   0.6      NURSE            0.8     2                      0.7
 *   RECEPTION     0.4      CLIENT_SERVICE   0.5     1                      0.4
 *   GREETING      0.4      MANAGER          0.5
 *   MESSAGE       0.3      FRONT_DESK       0.4
 *   OTHER         0.3
 *   BOOKING       0.2
 *   CANCELLATION  0.1
 *   NO_SHOW       0.05
 * </pre>
 * H, κ and the form come from the design, the table is ours. The sum is kept as what it weighs at a fixed instant, the
 * epoch, so that it need not be touched as it ages: 2^(−(now − at)/H) = 2^((at − epoch)/H) · 2^(−(now − epoch)/H).
 */
public final class TieStrength {

    /** Version of the formula and its table; a published strength carries it. */
    public static final String VERSION = "tie-1";

    /** H: after so long a contact weighs half. */
    public static final Duration HALF_LIFE = Duration.ofDays(180);

    /** κ: how much weight makes a tie of 1 − 1/e. */
    public static final double SATURATION = 3;

    static final Map<Role, Double> ROLES = Map.of(
            Role.DOCTOR, 1.0,
            Role.THERAPIST, 1.0,
            Role.CONSULTANT, 1.0,
            Role.NURSE, 0.8,
            Role.CLIENT_SERVICE, 0.5,
            Role.MANAGER, 0.5,
            Role.FRONT_DESK, 0.4);

    /** By grade; at 0 what holds where none was given. */
    static final List<Double> FACTORS = List.of(1.0, 0.4, 0.7, 1.0, 1.3, 1.6);

    private static final long EPOCH = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();

    private TieStrength() {}

    /** The strength that so much weight, as of now, makes: 0 for none, below 1 for any. */
    public static double of(double weight) {
        return Math.min(-Math.expm1(-weight / SATURATION), Math.nextDown(1.0));
    }

    /** What a weight at the epoch weighs at an instant. */
    public static double at(Instant now, double weightAtEpoch) {
        return weightAtEpoch * Math.pow(2, (double) (EPOCH - now.toEpochMilli()) / HALF_LIFE.toMillis());
    }

    /** What the statements that weigh contacts need to know of this rule. */
    static Map<String, Object> parameters() {
        var roles = new HashMap<String, Double>();
        ROLES.forEach((role, quality) -> roles.put(role.name(), quality));
        var parameters = new HashMap<String, Object>();
        parameters.put("kinds", ContactKind.qualities());
        parameters.put("roles", roles);
        parameters.put("satisfactions", FACTORS);
        parameters.put("rapports", FACTORS);
        parameters.put("epoch", EPOCH);
        parameters.put("halfLife", (double) HALF_LIFE.toMillis());
        return parameters;
    }
}
