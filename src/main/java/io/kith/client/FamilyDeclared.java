package io.kith.client;

import java.util.List;

/** Clients were declared to be one family, in the transaction that is still open. */
public record FamilyDeclared(String familyId, List<String> memberIds) {}
