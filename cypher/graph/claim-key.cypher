// Takes an idempotency key, or finds what its first use did. Parameters: $name, $fingerprint, $now.
MERGE (key:IdempotencyKey {name: $name})
ON CREATE SET key.fingerprint = $fingerprint, key.at = $now
RETURN key.fingerprint AS fingerprint, key.resultId AS resultId
