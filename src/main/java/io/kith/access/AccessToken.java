package io.kith.access;

import java.time.Instant;

/** A secret that stands for an account, of which Kith keeps only a hash. */
public record AccessToken(String id, String account, String name, Instant createdAt, Instant expiresAt) {}
