/** Which tier a client has earned, and why. */
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
            "care"
        })
package io.kith.tier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
