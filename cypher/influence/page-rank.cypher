// Weighted PageRank of every client on the projected tie graph, streamed. Parameters: $name, $damping.
CALL gds.pageRank.stream($name, {
  relationshipTypes: ['RANKED'], relationshipWeightProperty: 'weight', dampingFactor: $damping,
  maxIterations: 200, tolerance: 1e-8
}) YIELD nodeId, score
MATCH (client:Client)
WHERE id(client) = nodeId
RETURN client.id AS clientId, score
