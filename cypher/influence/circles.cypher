// The circle of every client: Leiden communities of the projected tie graph, alike for a like graph; streamed. Parameters: $name.
CALL gds.leiden.stream($name, {
  relationshipTypes: ['CIRCLED'], relationshipWeightProperty: 'weight', randomSeed: 20260301, concurrency: 1
}) YIELD nodeId, communityId
MATCH (client:Client)
WHERE id(client) = nodeId
RETURN client.id AS clientId, communityId AS circle
