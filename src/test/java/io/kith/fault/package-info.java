/** Faults and long runs, as processes of their own: the bench profile carries them out, and each prints what it lost. */
package io.kith.fault;
