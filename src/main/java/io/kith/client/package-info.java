/** The people a clinic knows. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "graph", "access", "job", "practice"})
package io.kith.client;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
