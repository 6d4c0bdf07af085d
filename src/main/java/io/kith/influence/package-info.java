/** Who matters, why, in money that adds up. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"edge", "graph", "access", "job", "practice", "client", "visit", "touchpoint", "referral"
        })
package io.kith.influence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
