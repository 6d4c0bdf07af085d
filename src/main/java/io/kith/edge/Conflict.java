package io.kith.edge;

/** A write that contradicts what is already recorded ({@code CONFLICT}). */
public final class Conflict extends Refusal {

    public Conflict(String sentence) {
        super("CONFLICT", sentence);
    }
}
