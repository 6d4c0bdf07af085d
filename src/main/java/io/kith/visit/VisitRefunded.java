package io.kith.visit;

import java.time.Instant;

/** Part of a visit's price was given back, in the transaction that is still open; amounts in minor units. */
public record VisitRefunded(String refundId, String visitId, String clientId, Instant at, long amount) {}
