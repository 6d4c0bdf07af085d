package io.kith.tier;

import io.kith.edge.Refusal;

/** Fewer clients than a rule asks for ({@code TOO_FEW_CLIENTS}): their percentiles would say nothing. */
final class TooFewClients extends Refusal {

    TooFewClients(long clients, int minimum) {
        super(
                "TOO_FEW_CLIENTS",
                "There are %d clients to place; the rule asks for at least %d.".formatted(clients, minimum));
    }
}
