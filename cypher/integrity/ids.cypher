// One page of the ids of all clients. Parameters: $after, $limit.
MATCH (client:Client)
WHERE client.id > $after
RETURN client.id AS id
ORDER BY client.id
LIMIT $limit
