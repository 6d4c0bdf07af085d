/** What Kith costs, measured beside the bare driver in one run; started by {@code ./mvnw -Pbench verify}. */
package io.kith.bench;
