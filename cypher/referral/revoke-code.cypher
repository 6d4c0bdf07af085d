// Ends a client's referral code in force; her node is written to first, so that it queues with those that give her one. Parameters: $clientId, $now.
MATCH (client:Client {id: $clientId})
SET client.version = client.version + 1
WITH client
MATCH (client)-[:HOLDS]->(code:ReferralCode)
WHERE code.endedAt IS NULL
SET code.endedAt = $now
RETURN client.id AS clientId
LIMIT 1
