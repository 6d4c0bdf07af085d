package io.kith.client;

import java.time.Instant;

/** A client was added to the graph, in the transaction that is still open. */
public record ClientRegistered(String clientId, Instant at) {}
