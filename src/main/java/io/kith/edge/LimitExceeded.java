package io.kith.edge;

/** More was asked for than one request may have ({@code LIMIT_EXCEEDED}). */
public final class LimitExceeded extends Refusal {

    public LimitExceeded(String sentence) {
        super("LIMIT_EXCEEDED", sentence);
    }
}
