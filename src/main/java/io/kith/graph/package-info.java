/** The one door to Neo4j: the store, its schema, statements, transactions and idempotency keys. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge"})
package io.kith.graph;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
