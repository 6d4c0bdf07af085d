/** Who brought most in a month or a quarter, and the prizes for it. */
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
            "reward",
            "integrity"
        })
package io.kith.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
