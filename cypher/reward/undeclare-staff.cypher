// Says that a client does not work at the clinic as this member of the staff. Parameters: $clientId, $staffId.
MATCH (client:Client {id: $clientId})-[works:WORKS_AS]->(:Staff {id: $staffId})
DELETE works
RETURN client.id AS id
