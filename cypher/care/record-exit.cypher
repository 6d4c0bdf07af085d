// Records why a client left. Parameters: $clientId, $exit.
MATCH (client:Client {id: $clientId})
CREATE (client)-[:LEFT]->(exit:Exit)
SET exit = $exit
RETURN exit.id AS id
