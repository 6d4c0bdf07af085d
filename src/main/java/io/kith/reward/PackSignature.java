package io.kith.reward;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a director put a pack in force; the text she signed stays the rule whatever becomes of the file.
 *
 * @param pack read from the signed text
 */
public record PackSignature(
        String id,
        Pack pack,
        String signedBy,
        Instant signedAt,
        boolean inForce,
        @Nullable String endedBy,
        @Nullable Instant endedAt) {}
