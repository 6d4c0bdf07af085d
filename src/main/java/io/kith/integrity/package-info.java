/** Which referrals look wrong, and what a person decided about them. */
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
            "reward"
        })
package io.kith.integrity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
