package io.kith.access;

import io.kith.edge.Refusal;

/** Nothing is answered that cannot be logged ({@code UNAVAILABLE}). */
public final class LogUnwritable extends Refusal {

    LogUnwritable() {
        super("UNAVAILABLE", "The operation log cannot be written at the moment; repeat the request with its key.");
    }
}
