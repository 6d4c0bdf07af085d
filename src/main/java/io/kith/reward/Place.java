package io.kith.reward;

/** Where the clinic is as far as reward rules go: the setting {@code kith.clinic.jurisdiction}. */
@FunctionalInterface
public interface Place {

    String jurisdiction();
}
