/** Files in, files out. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "edge",
            "graph",
            "access",
            "job",
            "practice",
            "client",
            "visit",
            "touchpoint",
            "referral",
            "influence",
            "care",
            "tier",
            "reward",
            "integrity"
        })
package io.kith.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
