// Every personal tie as a pair, streamed. Parameters: none.
// Scan: the ranking weighs each tie once.
MATCH (client:Client)-[:TIED]->(other:Client)
RETURN DISTINCT client.id AS clientId, other.id AS otherId
