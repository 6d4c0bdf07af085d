package io.kith.access;

/** Hides the middle of a phone from those who may not see it; the client feature knows how. */
@FunctionalInterface
public interface PhoneMask {

    String masked(String phone);
}
