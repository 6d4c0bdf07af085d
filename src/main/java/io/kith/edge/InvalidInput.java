package io.kith.edge;

/** Input that breaks a stated rule ({@code INVALID_INPUT}). */
public final class InvalidInput extends Refusal {

    public InvalidInput(String sentence) {
        super("INVALID_INPUT", sentence);
    }
}
