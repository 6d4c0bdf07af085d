/** Contacts between clients and staff, and the ties they make. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "graph", "access", "job", "practice", "client", "visit"})
package io.kith.touchpoint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
