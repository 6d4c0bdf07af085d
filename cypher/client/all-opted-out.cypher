// All clients who do not want to be ranked or asked. Parameters: none.
MATCH (client:Client)
WHERE client.optedOut = true
RETURN client.id AS id
