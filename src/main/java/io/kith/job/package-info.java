/** Long work in the background: one at a time a kind, with progress. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "graph", "access"})
package io.kith.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
