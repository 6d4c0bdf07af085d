// Ties as their file says it. Parameters: $keys.
UNWIND $keys AS key
WITH split(key, '\u001F') AS part
MATCH (client:Client {id: part[0]})
USING INDEX SEEK client:Client(id)
MATCH (other:Client {id: part[1]})
USING INDEX SEEK other:Client(id)
MATCH (client)-[tie:TIED {kind: part[2]}]->(other)
RETURN client.id AS clientId, other.id AS otherId, tie.kind AS kind, tie.since AS since
