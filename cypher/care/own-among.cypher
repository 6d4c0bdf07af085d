// Which of these clients a staff member is accountable for today. Parameters: $staffId, $ids.
UNWIND $ids AS id
MATCH (client:Client {id: id})-[owned:OWNED_BY]->(:Staff {id: $staffId})
WHERE owned.to IS NULL
RETURN client.id AS id
