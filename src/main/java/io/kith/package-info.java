/** Kith: a relationship and referral graph for clinics. */
@NullMarked
package io.kith;

import org.jspecify.annotations.NullMarked;
