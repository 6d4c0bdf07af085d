// Whom a client is tied to, at most a thousand. Parameters: $clientId.
MATCH (:Client {id: $clientId})-[:TIED]-(other:Client)
RETURN DISTINCT other.id AS otherId
LIMIT 1000
