/** What every feature shows at its edge in the same way: money, pages of a list, refusals, scalars, time. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.kith.edge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
