package io.kith.visit;

import java.time.Instant;

/** A visit was recorded, in the transaction that is still open; amounts in minor units. */
public record VisitRecorded(String visitId, String clientId, Instant at, long charged, long paid) {}
