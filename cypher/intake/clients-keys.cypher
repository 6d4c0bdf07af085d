// One page of the keys of clients. Parameters: $after, $limit.
MATCH (client:Client)
WHERE client.id > $after
RETURN client.id AS key
ORDER BY client.id
LIMIT $limit
