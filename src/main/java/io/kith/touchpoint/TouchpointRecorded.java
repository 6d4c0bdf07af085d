package io.kith.touchpoint;

import java.time.Instant;

/** A touchpoint was recorded, in the transaction that is still open. */
public record TouchpointRecorded(String touchpointId, String clientId, String staffId, Instant at) {}
