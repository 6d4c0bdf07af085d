// Notes what the first use of an idempotency key made. Parameters: $name, $resultId.
MATCH (key:IdempotencyKey {name: $name})
SET key.resultId = $resultId
