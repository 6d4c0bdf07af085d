// Which of these clients do not want to be ranked or asked. Parameters: $ids.
UNWIND $ids AS id
MATCH (client:Client {id: id})
WHERE client.optedOut
RETURN client.id AS id
