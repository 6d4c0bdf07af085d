/** Who may see and do what, and the log of it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "graph"})
package io.kith.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
