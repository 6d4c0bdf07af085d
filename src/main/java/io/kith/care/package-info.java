/** Duties towards clients: owners, follow-ups, complaints, activity. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"edge", "graph", "access", "job", "practice", "client", "visit", "touchpoint", "referral"
        })
package io.kith.care;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
