/** What may be paid for a referral: packs, ledger, codes. */
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
package io.kith.reward;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
