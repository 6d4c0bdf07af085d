// Deletes at most a thousand idempotency keys last used before a moment. Parameters: $before.
MATCH (key:IdempotencyKey)
WHERE key.at < $before
WITH key
LIMIT 1000
DELETE key
RETURN count(*) AS forgotten
