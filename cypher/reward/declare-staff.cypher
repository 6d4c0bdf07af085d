// Says that a client works at the clinic. Parameters: $clientId, $staffId, $now.
MATCH (client:Client {id: $clientId})
MATCH (staff:Staff {id: $staffId})
MERGE (client)-[works:WORKS_AS]->(staff)
ON CREATE SET works.declaredAt = $now
RETURN client.id AS id
