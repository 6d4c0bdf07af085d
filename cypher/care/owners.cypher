// The staff members now accountable for some clients. Parameters: $clientIds.
UNWIND $clientIds AS clientId
MATCH (client:Client {id: clientId})-[held:OWNED_BY]->(staff:Staff)
WHERE held.to IS NULL
RETURN client.id AS clientId, staff.id AS staffId, held.from AS from, held.to AS to, held.reason AS reason
