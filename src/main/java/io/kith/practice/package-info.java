/** The clinic itself: staff, treatments, channels, activities. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "graph", "access", "job"})
package io.kith.practice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
