/** How much to offer whom for bringing friends, within a budget and the signed pack. */
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
            "referral",
            "influence",
            "reward",
            "integrity"
        })
package io.kith.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
