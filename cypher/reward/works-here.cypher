// Those of the clients who were declared to work at the clinic. Parameters: $clientIds.
UNWIND $clientIds AS clientId
MATCH (client:Client {id: clientId})
WHERE EXISTS { (client)-[:WORKS_AS]->(:Staff) }
RETURN client.id AS id
