package io.kith.intake;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.kith.practice.Role;
import io.kith.referral.ReferralStatus;
import java.util.Arrays;
import java.util.Set;

/** The words that cells of a fixed vocabulary may hold. */
final class Words {

    static final Set<String> ROLES = names(Role.values());
    static final Set<String> STATUSES = names(ReferralStatus.values());
    static final Set<String> STAGES = Set.of("BEFORE", "DURING", "AFTER");
    static final Set<String> CONTACTS = Set.of(
            "CALL",
            "MESSAGE",
            "RECEPTION",
            "CONSULTATION",
            "TREATMENT",
            "FOLLOW_UP",
            "GREETING",
            "EVENT",
            "BOOKING",
            "CANCELLATION",
            "NO_SHOW",
            "OTHER");
    static final Set<String> TIES =
            Set.of("KIN", "PARTNER", "FRIEND", "COLLEAGUE", "NEIGHBOUR", "CLASSMATE", "CLAN", "OTHER");
    static final Set<String> FEEDBACK = Set.of("COMPLAINT", "SUGGESTION", "PRAISE");

    static final Set<String> TRUTHS = Set.of("TRUE", "FALSE");

    private Words() {}

    private static Set<String> names(Enum<?>... words) {
        return Arrays.stream(words).map(Enum::name).collect(toUnmodifiableSet());
    }
}
