package io.kith.access;

import io.kith.edge.Refusal;

/** Something the account may not see or do ({@code FORBIDDEN}). */
public final class Forbidden extends Refusal {

    public Forbidden(String sentence) {
        super("FORBIDDEN", sentence);
    }
}
