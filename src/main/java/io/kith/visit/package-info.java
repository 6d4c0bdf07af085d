/** What clients came for and paid. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "graph", "access", "job", "practice", "client"})
package io.kith.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
