/** Who brought whom: events, credited links, whole chains. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "graph", "access", "job", "practice", "client", "visit"})
package io.kith.referral;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
