// Who has been accountable for a client, latest first. Parameters: $clientId, $limit.
MATCH (client:Client {id: $clientId})-[held:OWNED_BY]->(staff:Staff)
RETURN client.id AS clientId, staff.id AS staffId, held.from AS from, held.to AS to, held.reason AS reason
ORDER BY held.from DESC, held.to IS NOT NULL
LIMIT $limit
