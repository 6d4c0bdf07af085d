package io.kith.client;

import java.util.List;

/** Clients are no longer declared to be one family, in the transaction that is still open. */
public record FamilyWithdrawn(String familyId, List<String> memberIds) {}
